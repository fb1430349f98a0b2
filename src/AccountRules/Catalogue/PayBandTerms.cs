namespace AccountRules.Catalogue;

/// <summary>One band of the performance-linked pay table. The first has no cut; each other begins above, or from, a ratio. Immutable; equal by value.</summary>
/// <param name="Name">The band's name, unique in the table.</param>
/// <param name="Above">The ratio of actual to target that must be exceeded; the ratio itself belongs to the band below.</param>
/// <param name="From">The ratio of actual to target that must be reached; the ratio itself belongs to this band.</param>
/// <param name="Factor">What the band pays of the committed pay, 1 being 100 %.</param>
/// <param name="Programme">The programme that an employee in this band enters, such as <c>PIP</c>.</param>
public sealed record PayBandTerms(string Name, decimal? Above = null, decimal? From = null, decimal Factor = 0, string? Programme = null) : ITerms
{
    private static readonly Term[] Table =
    [
        new(nameof(Name), TermKind.Text, "The band's name, unique in the table.", isRequired: true),
        new(nameof(Above), TermKind.Number, "The ratio that must be exceeded; the ratio itself belongs to the band below. The first band has none.", isOptional: true, min: 0, max: 100),
        new(nameof(From), TermKind.Number, "The ratio that must be reached; the ratio itself belongs to this band. The first band has none.", isOptional: true, min: 0, max: 100),
        new(nameof(Factor), TermKind.Number, "What the band pays of the committed pay, 1 being 100 %.", min: 0, max: 100),
        new(nameof(Programme), TermKind.Text, "The programme that an employee in this band enters, such as PIP.", isOptional: true),
    ];

    Term[] ITerms.Terms => Table;

    object?[] ITerms.Values => [Name, Above, From, Factor, Programme];

    ITerms ITerms.With(object?[] values) => new PayBandTerms((string)values[0]!, (decimal?)values[1], (decimal?)values[2], (decimal)values[3]!, (string?)values[4]);

    internal Cut? Cut => Above is { } above ? AccountRules.Cut.Above(above) : From is { } from ? AccountRules.Cut.From(from) : null;

    internal Band Band => (Cut switch
    {
        null => Band.Lowest(Name),
        { Edge: Edge.Above, At: var at } => Band.Above(at, Name),
        { At: var at } => Band.From(at, Name),
    }).Pays(Factor, Programme);
}
