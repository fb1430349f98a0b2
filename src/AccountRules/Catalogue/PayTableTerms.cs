namespace AccountRules;

/// <summary>
/// The pay table of a group of employees, such as a grade or a country. What it leaves out of its bands, kind, decimals and rounding is as in the usual table;
/// amounts of money, which are each of a currency, are its own. Immutable; equal by value.
/// </summary>
public sealed record PayTableTerms
{
    /// <summary>The group, as pay periods have it; case counts.</summary>
    public required string Group { get; init; }

    /// <summary>The bands, lowest first; those of the usual table where there are none.</summary>
    public TermList<PayBandTerms> Bands { get; init; } = [];

    /// <summary>What the factor of a band applies to; <c>null</c> for what it is in the usual table.</summary>
    public PayTableKind? Kind { get; init; }

    /// <summary>To how many places the payable amount is rounded, once: from 0 to 10; <c>null</c> for what it is in the usual table.</summary>
    public int? Decimals { get; init; }

    /// <summary>How it is rounded; <c>null</c> for what it is in the usual table.</summary>
    public PayRounding? Rounding { get; init; }

    /// <summary>The payable amount is rounded to a whole multiple of this; <c>null</c> for the last place.</summary>
    public decimal? Increment { get; init; }

    /// <summary>The least that is paid where anything is, before it is rounded; 0 or more. <c>null</c> for none.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>The most that is paid, before it is rounded; 0 or more. <c>null</c> for none.</summary>
    public decimal? AtMost { get; init; }

    /// <summary>The currency that it pays in, such as <c>EUR</c>; <c>null</c> where it is the fact's own, or none is named.</summary>
    public string? Currency { get; init; }

    internal static TermSection<PayTableTerms> Section { get; } = new TermSection<PayTableTerms>("table", new() { Group = "" })
        .Text("group", "The group, as pay periods have it; case counts.", t => t.Group, (t, group) => t with { Group = group! }, isRequired: true)
        .Sections(
            "bands", "The bands, lowest first; those of the usual table unless given.", t => t.Bands, (t, bands) => t with { Bands = bands },
            PayBandTerms.Section)
        .Choice("kind", "What the factor of a band applies to; as in the usual table unless given.", t => t.Kind, (t, kind) => t with { Kind = kind })
        .Whole(
            "decimals", "To how many places the payable amount is rounded, once; as in the usual table unless given.", t => t.Decimals,
            (t, decimals) => t with { Decimals = decimals }, min: 0, max: 10)
        .Choice("rounding", "How it is rounded; as in the usual table unless given.", t => t.Rounding, (t, rounding) => t with { Rounding = rounding })
        .Number(
            "increment", "The payable amount is rounded to a whole multiple of this, such as 0.05 or 10; to the last place unless given.", t => t.Increment,
            (t, increment) => t with { Increment = increment }, min: 0, isAboveMin: true)
        .Number(
            "atLeast", "The least that is paid where anything is, before it is rounded; none unless given.", t => t.AtLeast,
            (t, least) => t with { AtLeast = least }, min: 0)
        .Number("atMost", "The most that is paid, before it is rounded; none unless given.", t => t.AtMost, (t, most) => t with { AtMost = most }, min: 0)
        .Text(
            "currency", "The currency that it pays in, such as EUR; that of each pay period unless given.", t => t.Currency,
            (t, currency) => t with { Currency = currency }, isOptional: true);

    /// <summary>The same with what it leaves out as in the usual table.</summary>
    internal PayTableTerms Beside(PerformancePayTerms usual) => this with
    {
        Bands = Bands.Count > 0 ? Bands : usual.Bands,
        Kind = Kind ?? usual.Kind,
        Decimals = Decimals ?? usual.Decimals,
        Rounding = Rounding ?? usual.Rounding,
    };

    /// <summary>The scale of the bands.</summary>
    internal Scale Scale => new(Bands.Select(b => b.Band));

    /// <summary>How it pays, where nothing is left out.</summary>
    internal PaySettings Settings => new()
    {
        Kind = Kind ?? default,
        Decimals = Decimals ?? 2,
        Rounding = Modes[(int)(Rounding ?? default)],
        Increment = Increment,
        AtLeast = AtLeast,
        AtMost = AtMost,
        Currency = Currency,
    };

    /// <summary>By <see cref="PayRounding"/>; up is away from zero, since pay is never below 0.</summary>
    private static ReadOnlySpan<MidpointRounding> Modes =>
    [
        MidpointRounding.AwayFromZero, MidpointRounding.ToEven, MidpointRounding.ToZero, MidpointRounding.ToPositiveInfinity,
        MidpointRounding.ToNegativeInfinity,
    ];
}
