using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// What one run did to one fact under one rule. Lines are appended to a ledger and never changed: what is settled of a fact is what its last line says, and its
/// amount the sum of the differences of its lines. Immutable; equal by value. System.Text.Json writes and reads it without options; more properties may come.
/// </summary>
public sealed record SettlementLine
{
    /// <summary>The rule's id, such as <c>performance-pay</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>The id of the order, item, account or employee.</summary>
    public required string Subject { get; init; }

    /// <summary>The account that the fact belongs to, if any.</summary>
    public string? Account { get; init; }

    /// <summary>The period that the fact is of, if any.</summary>
    public Period? Period { get; init; }

    /// <summary>What the fact is of beside its subject, such as a KPI, if anything.</summary>
    public string? Part { get; init; }

    /// <summary>The start that tells the fact from the subject's others, as with improvement plans; <c>null</c> where nothing of the kind is needed.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>The day of the run.</summary>
    public required DateOnly SettledOn { get; init; }

    /// <summary>What the run did; in JSON by its name.</summary>
    public required SettlementKind Kind { get; init; }

    /// <summary>What stood settled before the run; <c>null</c> where nothing did.</summary>
    public SettledOutcome? Before { get; init; }

    /// <summary>What stands settled after the run; <c>null</c> where nothing does.</summary>
    public SettledOutcome? After { get; init; }

    /// <summary>
    /// What is paid more after than before, exact; negative where it is less. <c>null</c> where neither pays, so that there is nothing to pay out or take back.
    /// </summary>
    public decimal? Difference { get; init; }

    /// <summary>
    /// Why the fact is held: the code of the assessment's cause, such as <c>NoTarget</c>, <c>Unreadable</c> for a row that could not be read, and
    /// <c>Provisional</c> where its period had not ended. <c>null</c> for other kinds.
    /// </summary>
    public string? Cause { get; init; }

    /// <summary>What the assessment of now says, in one sentence; where there is none, that.</summary>
    public required string Reason { get; init; }

    internal SettlementKey Key => new(RuleId, new(Subject, Period, Part, StartedOn));

    /// <summary>The fact, what was done, before and after, and why, in one line.</summary>
    public override string ToString() =>
        $"{Key} {Kind}{(Cause is { } cause ? $" ({cause})" : "")}: {Said(Before)} -> {Said(After)}"
        + $"{(Difference is { } more and not 0 ? $" ({(more > 0 ? "+" : "")}{Texts.AsWritten(more)})" : "")}. {Reason}";

    private static string Said(SettledOutcome? outcome) => outcome?.ToString() ?? "nothing";
}
