namespace AccountRules.Facts;

/// <summary>Feedback or an escalation of a client (expectations 5; key-account-manager). Immutable; equal by value.</summary>
public sealed record Escalation : KnownFact
{
    /// <summary>Its files are <c>escalations</c>; the escalation's id tells it apart.</summary>
    public static FactShape<Escalation> Shape { get; } = new(e => e.EscalationId)
    {
        Name = "escalations",
        Account = e => e.AccountId,
        Pauses = e => e.Pauses,
        Calendar = e => e.Calendar,
        OptionalColumns = [nameof(Pauses), nameof(Calendar)],
    };

    /// <summary>The escalation's id.</summary>
    public required string EscalationId { get; init; }

    /// <summary>The account that raised it.</summary>
    public string? AccountId { get; init; }

    /// <summary>How severe it is, as the policy names it; case counts.</summary>
    public required string? Severity { get; init; }

    /// <summary>The day on which it was raised.</summary>
    public required DateOnly? RaisedOn { get; init; }

    /// <summary>The day on which it was routed to the right department; <c>null</c> while it is not.</summary>
    public DateOnly? RoutedOn { get; init; }

    /// <summary>The day on which it was resolved; <c>null</c> while it is not.</summary>
    public DateOnly? ResolvedOn { get; init; }

    /// <summary>The days on which its deadlines stood still; none unless given.</summary>
    public Pauses? Pauses { get; init; }

    /// <summary>The calendar of the policy by which its working days are counted; <c>null</c> for the rule's own.</summary>
    public string? Calendar { get; init; }
}
