namespace AccountRules;

/// <summary>One band of lifetime value. The first has no cut; each other begins from an amount. Immutable; equal by value.</summary>
public sealed record LifetimeBandTerms
{
    internal static TermSection<LifetimeBandTerms> Section { get; } = new TermSection<LifetimeBandTerms>("band", new() { Name = "" })
        .Text("name", "The band's name, unique among the bands.", t => t.Name, (t, name) => t with { Name = name! }, isRequired: true)
        .Number(
            "from", "The sum from which on an account is in the band; the sum itself is. The first band has none.",
            t => t.From, (t, from) => t with { From = from });

    /// <summary>The band's name, unique among the bands.</summary>
    public required string Name { get; init; }

    /// <summary>The sum from which on an account is in the band; the sum itself is. <c>null</c> in the first band.</summary>
    public decimal? From { get; init; }

    internal Band Band => From is { } from ? Band.From(from, Name) : Band.Lowest(Name);
}
