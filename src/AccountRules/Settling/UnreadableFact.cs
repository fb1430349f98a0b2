namespace AccountRules;

/// <summary>
/// A row that could not be read, and so is not absent: what was settled of a fact that it may be is held, not withdrawn. What is <c>null</c> is not known of
/// it and may be any. Immutable; equal by value.
/// </summary>
public sealed record UnreadableFact
{
    /// <summary>The rule's id, such as <c>performance-pay</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>Whom it is of, where that is known.</summary>
    public string? Subject { get; init; }

    /// <summary>The period that it is of, where that is known.</summary>
    public Period? Period { get; init; }

    /// <summary>What it is of beside its subject, such as a KPI, where that is known.</summary>
    public string? Part { get; init; }

    /// <summary>Its start, where that is known.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>Whether it may be a fact of its subject.</summary>
    internal bool MayBe(FactKey fact) =>
        (Period is null || Period == fact.Period)
        && (Part is null || string.Equals(Part, fact.Part, StringComparison.Ordinal))
        && (StartedOn is null || StartedOn == fact.StartedOn);
}
