namespace AccountRules.Facts;

/// <summary>An item of the Master Action Registry (expectations 4). Immutable; equal by value.</summary>
public sealed record RegistryItem
{
    /// <summary>Its files are <c>registry-items</c>; the item's id tells it apart.</summary>
    public static FactShape<RegistryItem> Shape { get; } = new(i => i.ItemId) { Name = "registry-items", Account = i => i.AccountId };

    /// <summary>The item's id.</summary>
    public required string ItemId { get; init; }

    /// <summary>The account that it concerns.</summary>
    public string? AccountId { get; init; }

    /// <summary>The date on which it was added, day 0.</summary>
    public required DateOnly? AddedOn { get; init; }

    /// <summary>The date on which it was closed; <c>null</c> while it is open.</summary>
    public DateOnly? ClosedOn { get; init; }
}
