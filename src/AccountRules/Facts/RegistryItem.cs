namespace AccountRules.Facts;

/// <summary>An item of the Master Action Registry (expectations 4). Immutable; equal by value.</summary>
public sealed record RegistryItem : KnownFact
{
    /// <summary>Its files are <c>registry-items</c>; the item's id tells it apart.</summary>
    public static FactShape<RegistryItem> Shape { get; } = new(i => i.ItemId)
    {
        Name = "registry-items",
        Account = i => i.AccountId,
        Pauses = i => i.Pauses,
        Calendar = i => i.Calendar,
        OptionalColumns = [nameof(Pauses), nameof(Calendar)],
    };

    /// <summary>The item's id.</summary>
    public required string ItemId { get; init; }

    /// <summary>The account that it concerns.</summary>
    public string? AccountId { get; init; }

    /// <summary>The date on which it was added, day 0.</summary>
    public required DateOnly? AddedOn { get; init; }

    /// <summary>The date on which it was closed; <c>null</c> while it is open.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The days on which its deadlines stood still; none unless given.</summary>
    public Pauses? Pauses { get; init; }

    /// <summary>The calendar of the policy by which its working days are counted; <c>null</c> for the rule's own.</summary>
    public string? Calendar { get; init; }
}
