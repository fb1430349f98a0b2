namespace AccountRules.Facts;

/// <summary>An action item that was agreed with a client (expectations 1). Immutable; equal by value.</summary>
public sealed record ActionItem : KnownFact
{
    /// <summary>Its files are <c>action-items</c>; the item's id tells it apart.</summary>
    public static FactShape<ActionItem> Shape { get; } = new(i => i.ItemId)
    {
        Name = "action-items",
        Account = i => i.AccountId,
        Pauses = i => i.Pauses,
        Calendar = i => i.Calendar,
        OptionalColumns = [nameof(DueOn), nameof(Pauses), nameof(Calendar)],
    };

    /// <summary>The item's id.</summary>
    public required string ItemId { get; init; }

    /// <summary>The account that it was agreed with.</summary>
    public string? AccountId { get; init; }

    /// <summary>The date on which it was agreed; before it the rule does not apply. An item that lacks it and has a due date of its own has begun.</summary>
    public required DateOnly? AgreedOn { get; init; }

    /// <summary>The last day on which doing it is in time; <c>null</c> where the policy's days from the agreement prescribe it.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The date on which it was done; <c>null</c> while it was not.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>The days on which its deadlines stood still; none unless given.</summary>
    public Pauses? Pauses { get; init; }

    /// <summary>The calendar of the policy by which its working days are counted; <c>null</c> for the rule's own.</summary>
    public string? Calendar { get; init; }
}
