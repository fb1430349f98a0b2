namespace AccountRules;

/// <summary>One band of the performance-linked pay table. The first has no cut; each other begins above, or from, a ratio. Immutable; equal by value.</summary>
public sealed record PayBandTerms
{
    /// <summary>The band's name, unique in the table.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The ratio of actual to target that must be exceeded, from 0 to 10; the ratio itself belongs to the band below. <c>null</c> in the first band, and where
    /// <see cref="From"/> is given.
    /// </summary>
    public decimal? Above { get; init; }

    /// <summary>
    /// The ratio of actual to target that must be reached, from 0 to 10; the ratio itself belongs to this band. <c>null</c> in the first band, and where
    /// <see cref="Above"/> is given.
    /// </summary>
    public decimal? From { get; init; }

    /// <summary>What the band pays of the committed pay, 1 being 100 %: from 0 to 10; 0 unless given.</summary>
    public decimal Factor { get; init; }

    /// <summary>
    /// What the band pays where the next one begins, where it pays along a line from <see cref="Factor"/> at its own beginning: no less, up to 10. <c>null</c>
    /// where it pays one factor.
    /// </summary>
    public decimal? FactorTo { get; init; }

    /// <summary>The programme that an employee in this band enters, such as <c>PIP</c>; <c>null</c> where there is none.</summary>
    public string? Programme { get; init; }

    internal static TermSection<PayBandTerms> Section { get; } = new TermSection<PayBandTerms>("band", new() { Name = "" })
        .Text("name", "The band's name, unique in the table.", t => t.Name, (t, name) => t with { Name = name! }, isRequired: true)
        .Ratio(
            "above", "The ratio that must be exceeded; the ratio itself belongs to the band below. The first band has none.",
            t => t.Above, (t, above) => t with { Above = above })
        .Ratio(
            "from", "The ratio that must be reached; the ratio itself belongs to this band. The first band has none.",
            t => t.From, (t, from) => t with { From = from })
        .Ratio("factor", "What the band pays of the committed pay, 1 being 100 %.", t => t.Factor, (t, factor) => t with { Factor = factor })
        .Ratio(
            "factorTo",
            "What the band pays where the next one begins, along a line from factor where it begins itself; one factor throughout unless given.",
            t => t.FactorTo, (t, factor) => t with { FactorTo = factor })
        .Text(
            "programme",
            "The programme that an employee in this band enters, such as PIP.",
            t => t.Programme,
            (t, programme) => t with { Programme = programme },
            isOptional: true);

    internal Cut? Cut => Above is { } above ? AccountRules.Cut.Above(above) : From is { } from ? AccountRules.Cut.From(from) : null;

    internal Band Band => (Cut switch
    {
        null => Band.Lowest(Name),
        { Edge: Edge.Above, At: var at } => Band.Above(at, Name),
        { At: var at } => Band.From(at, Name),
    }) is var band && FactorTo is { } to ? band.PaysFrom(Factor, to, Programme) : band.Pays(Factor, Programme);
}
