namespace AccountRules.Facts;

/// <summary>A run of a Business Continuity Plan protocol that is due for an account (expectations 3). Immutable; equal by value.</summary>
public sealed record ProtocolRun : KnownFact
{
    /// <summary>Its files are <c>protocol-runs</c>; the run's id tells it apart.</summary>
    public static FactShape<ProtocolRun> Shape { get; } = new(r => r.RunId)
    {
        Name = "protocol-runs",
        Account = r => r.AccountId,
        Pauses = r => r.Pauses,
        Calendar = r => r.Calendar,
        OptionalColumns = [nameof(Protocol), nameof(Pauses), nameof(Calendar)],
    };

    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>The account that it is for.</summary>
    public string? AccountId { get; init; }

    /// <summary>The protocol, such as <c>failover drill</c>; <c>null</c> where it is not known.</summary>
    public string? Protocol { get; init; }

    /// <summary>The last day on which completing it is in time.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>The date on which it was completed; <c>null</c> while it was not.</summary>
    public DateOnly? CompletedOn { get; init; }

    /// <summary>The days on which its deadlines stood still; none unless given.</summary>
    public Pauses? Pauses { get; init; }

    /// <summary>The calendar of the policy by which its working days are counted; <c>null</c> for the rule's own.</summary>
    public string? Calendar { get; init; }
}
