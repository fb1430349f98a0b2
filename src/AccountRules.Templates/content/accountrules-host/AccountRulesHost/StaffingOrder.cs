namespace AccountRulesHost;

/// <summary>A class of your own: the mapping in Program.cs says how it is read.</summary>
public sealed class StaffingOrder
{
    public required string Number { get; init; }

    public required string Customer { get; init; }

    public required DateOnly PlacedOn { get; init; }

    public DateOnly? FilledOn { get; init; }
}
