using AccountRules.Facts;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>What one KPI has to do with an <see cref="Achievement"/>. Immutable; equal by value.</summary>
public sealed record AchievementPart
{
    /// <summary>The KPI.</summary>
    public required string Kpi { get; init; }

    /// <summary>The target, in the KPI's own unit; <c>null</c> where there is none.</summary>
    public decimal? Target { get; init; }

    /// <summary>What was reached, in the KPI's own unit; <c>null</c> where that is not known.</summary>
    public decimal? Actual { get; init; }

    /// <summary>The share of the target that counts, such as the 16 of 16 of 31; <c>null</c> where it is all of it.</summary>
    public int? TargetShare { get; init; }

    /// <summary>What <see cref="TargetShare"/> is a part of.</summary>
    public int? TargetShareOf { get; init; }

    /// <summary>Whether more or less is better.</summary>
    public Direction Direction { get; init; }

    /// <summary>
    /// The actual over the share of the target, or the other way round where lower is better, 1 being 100 %; cut after 28 digits where it has no end.
    /// <c>null</c> where it can't be stated.
    /// </summary>
    public decimal? Attained { get; init; }

    /// <summary>Whether that counts as it is.</summary>
    public AttainmentBound Bound { get; init; }

    /// <summary>What counts: <see cref="Attained"/>, or the cap or floor in its place. <c>null</c> where there is a <see cref="Cause"/>.</summary>
    public decimal? Counted { get; init; }

    /// <summary>The weight.</summary>
    public decimal Weight { get; init; }

    /// <summary>The sum of all weights.</summary>
    public decimal? WeightOf { get; init; }

    /// <summary>
    /// What the KPI brings to the achievement, 1 being 100 %. One that ends within 15 places is exact; others are cut there, and the largest of these has what
    /// is left, so that the parts of an achievement add up to it exactly (one of up to a trillion). <c>null</c> where there is no achievement.
    /// </summary>
    public decimal? Contribution { get; init; }

    /// <summary>
    /// Of how many months it is, where the achievement is rolled up: then target and actual are those of all months together, share included, or missing where
    /// it is a mean. <c>null</c> where it is of one period.
    /// </summary>
    public int? Months { get; init; }

    /// <summary>What keeps it from being measured; <see cref="Cause.None"/> where nothing does.</summary>
    public Cause Cause { get; init; }

    /// <summary>One line for people, such as <c>sales: 130 of 100 is 130 %, counts as 120 %, the most; × 0.5 = 60 %</c>.</summary>
    public override string ToString()
    {
        if (!Cause.IsNone)
            return Message.Of($"{Name} {Message.Text(Cause.Words)}");

        var weight = $"{Texts.AsWritten(Weight)}{(WeightOf is 1 or null ? "" : $"/{Texts.AsWritten(WeightOf.Value)}")}";
        var part = Contribution is { } brings ? Message.Of($"; × {weight} = {Texts.Percent(brings)}") : "";
        if (Target is null && Months is not null)
        {
            return Counted is { } mean
                ? Message.Of($"{Name}: {Texts.Percent(mean)} in the mean of {Months} months{part}")
                : Message.Of($"{Name}: too much in the mean of {Months} months{part}");
        }

        var target = Written(Target) + (TargetShare is { } days && days != TargetShareOf ? Message.Of($" × {days}/{TargetShareOf}") : "");
        var basis = Direction == Direction.LowerIsBetter
            ? Message.Of($"{Written(Actual)} against {target}, where lower is better,")
            : Message.Of($"{Written(Actual)} of {target}");
        var months = Months is { } count ? Message.Of($" in {count} months") : "";
        var attained = Attained is { } ratio
            ? Message.Of($"{Name}: {basis}{months} is {Texts.Percent(ratio)}")
            : Message.Of($"{Name}: {basis}{months} has no ratio");
        return attained + Bound switch
        {
            AttainmentBound.None => "",
            AttainmentBound.Cap => Message.Of($", counts as {Texts.Percent(Counted!.Value)}, the most"),
            _ => Message.Of($", counts as {Texts.Percent(Counted!.Value)}, the least"),
        } + part;
    }

    private string Name => Visible.Text(Kpi);

    private static string Written(decimal? value) => Texts.AsWritten(value ?? 0);
}
