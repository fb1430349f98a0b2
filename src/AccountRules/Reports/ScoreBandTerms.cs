namespace AccountRules;

/// <summary>A band of the score of a report. Immutable; equal by value.</summary>
public sealed record ScoreBandTerms
{
    internal static TermSection<ScoreBandTerms> Section { get; } = new TermSection<ScoreBandTerms>("band", new() { Name = "" })
        .Text("name", "The band's name, such as Poor.", t => t.Name, (t, name) => t with { Name = name! }, isRequired: true)
        .Number(
            "from", "The points, of 100, from which on the band is reached; they belong to it. The first band has none.",
            t => t.From, (t, from) => t with { From = from }, min: 0, max: 100, isAboveMin: true);

    /// <summary>The band's name, unique among the bands.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The points from which on the band is reached, above 0 up to 100; they belong to it, and are compared with the exact score. <c>null</c> in the first
    /// band.
    /// </summary>
    public decimal? From { get; init; }
}
