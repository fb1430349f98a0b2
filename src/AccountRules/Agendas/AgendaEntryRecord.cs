using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// All that an <see cref="AgendaEntry"/> said when it was copied, without a tie to the fact; System.Text.Json writes and reads it without options. Immutable;
/// equal by value.
/// </summary>
public sealed record AgendaEntryRecord
{
    /// <summary>The first day of the new standing, or of the new band.</summary>
    public required DateOnly On { get; init; }

    /// <summary>To another standing, or within it to another band, cause or movement. In JSON by its name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ChangeKind Kind { get; init; }

    /// <summary>The last day on which closing the fact prevents the change; <c>null</c> where nothing prevents it.</summary>
    public DateOnly? ActBy { get; init; }

    /// <summary>What changes and, where something can be done, what is to be done by when, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The assessment as of the day before the change.</summary>
    public required AssessmentRecord Before { get; init; }

    /// <summary>The assessment as of the day of the change.</summary>
    public required AssessmentRecord After { get; init; }

    /// <summary>The rule, the change and what it says in one line.</summary>
    public override string ToString() => $"{After.RuleId} {Before.Standing} -> {After.Standing}: {Summary}";
}
