namespace AccountRules;

/// <summary>
/// A level of escalation: what a deadline's fact is called from a number of days past the limit on, such as whom it goes to. Its standing stays what it is past
/// the limit, late or overdue. Immutable; equal by value.
/// </summary>
public sealed record LevelTerms
{
    internal static TermSection<LevelTerms> Section { get; } = new TermSection<LevelTerms>("level", new() { Name = "" })
        .Text("name", "The level's name, which is the band.", t => t.Name, (t, name) => t with { Name = name! }, isRequired: true)
        .Whole(
            "daysPast", "The first day past the limit on which the level is reached; 1 is the day after the limit.",
            t => t.DaysPast, (t, days) => t with { DaysPast = days }, min: 1, max: 3660, isRequired: true);

    /// <summary>The level's name, which is the band: unlike those of the other levels and of the rule's own bands.</summary>
    public required string Name { get; init; }

    /// <summary>The first day past the limit on which the level is reached; the day itself is. 1, the day after the limit, to 3660.</summary>
    public int DaysPast { get; init; } = 1;
}
