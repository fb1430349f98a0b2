namespace AccountRules;

/// <summary>Where a database answers otherwise than the rule in memory. Immutable; as a text it says all of it in one line.</summary>
public sealed record DatabaseDifference
{
    /// <summary>The rule's id.</summary>
    public required string RuleId { get; init; }

    /// <summary>Whose row it is: the fact's key, the group's subject and period, or the member. Of counts, the standing that is counted.</summary>
    public required string Subject { get; init; }

    /// <summary>The verb that was asked, such as <c>Grade</c> or <c>Where Met</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>What memory says, such as <c>Met, Clear</c>.</summary>
    public required string InMemory { get; init; }

    /// <summary>What the database says.</summary>
    public required string InDatabase { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"Rule `{RuleId}` by {Verb}, {Subject}: memory says {InMemory}, the database says {InDatabase}.";
}
