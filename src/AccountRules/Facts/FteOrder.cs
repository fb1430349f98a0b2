namespace AccountRules.Facts;

/// <summary>An order for full-time staff (expectations 2). Immutable; equal by value.</summary>
public sealed record FteOrder : KnownFact
{
    /// <summary>Its files are <c>fte-orders</c>; the order's id tells it apart.</summary>
    public static FactShape<FteOrder> Shape { get; } = new(o => o.OrderId)
    {
        Name = "fte-orders",
        Account = o => o.AccountId,
        Pauses = o => o.Pauses,
        Calendar = o => o.Calendar,
        OptionalColumns = [nameof(Headcount), nameof(FilledHeadcount), nameof(Pauses), nameof(Calendar)],
    };

    /// <summary>The order's id.</summary>
    public required string OrderId { get; init; }

    /// <summary>The account that ordered.</summary>
    public string? AccountId { get; init; }

    /// <summary>The date of the order, day 0.</summary>
    public required DateOnly? OrderedOn { get; init; }

    /// <summary>The date on which it was fulfilled; <c>null</c> while it is open.</summary>
    public DateOnly? FulfilledOn { get; init; }

    /// <summary>How many people were ordered.</summary>
    public int? Headcount { get; init; }

    /// <summary>How many of them have come by now; <c>null</c> where that is not said.</summary>
    public int? FilledHeadcount { get; init; }

    /// <summary>The days on which its deadlines stood still; none unless given.</summary>
    public Pauses? Pauses { get; init; }

    /// <summary>The calendar of the policy by which its working days are counted; <c>null</c> for the rule's own.</summary>
    public string? Calendar { get; init; }
}
