using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// All that a <see cref="StandingChange"/> said when it was copied, without a tie to the facts; System.Text.Json writes and reads it without options.
/// Immutable; equal by value.
/// </summary>
public sealed record StandingChangeRecord
{
    /// <summary>Whether the standing was raised, changed or cleared, or stays while its band, cause or movement is another. In JSON by its name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ChangeKind Kind { get; init; }

    /// <summary>What was said before the call; <c>null</c> where there was nothing.</summary>
    public AssessmentRecord? Before { get; init; }

    /// <summary>What is said since the call; <c>null</c> where there is nothing any more.</summary>
    public AssessmentRecord? After { get; init; }

    /// <summary>The rule, both standings and the reason in one line.</summary>
    public override string ToString() => $"{(After ?? Before)?.RuleId} {StandingOf(Before)} -> {StandingOf(After)}: {(After ?? Before)?.Reason}";

    private static string StandingOf(AssessmentRecord? record) => record?.Standing.ToString() ?? "nothing";
}
