namespace AccountRules;

/// <summary>How often accounts of a tier get a business review. Immutable; equal by value.</summary>
public sealed record TierTerms
{
    internal static TermSection<TierTerms> Section { get; } = new TermSection<TierTerms>("tier", new() { Name = "" })
        .Text("name", "The tier's name, as accounts have it; case counts.", t => t.Name, (t, name) => t with { Name = name! }, isRequired: true)
        .Whole(
            "everyDays", "The last day, counted from the newest review, on which the next one is in time.",
            t => t.EveryDays, (t, days) => t with { EveryDays = days }, min: 1, max: 3660, isRequired: true);

    /// <summary>The tier's name, as accounts have it; case counts.</summary>
    public required string Name { get; init; }

    /// <summary>The last day, counted from the newest review, on which the next one is in time. 1 to 3660.</summary>
    public int EveryDays { get; init; } = 1;
}
