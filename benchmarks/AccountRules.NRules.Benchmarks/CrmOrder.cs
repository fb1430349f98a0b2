namespace AccountRules.NRules.Benchmarks;

/// <summary>A host's order, which it changes in place.</summary>
public sealed class CrmOrder
{
    public required string Number { get; init; }

    public required DateOnly PlacedOn { get; init; }

    public DateOnly? FilledOn { get; set; }
}
