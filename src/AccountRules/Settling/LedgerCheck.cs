using AccountRules.Numbers;

namespace AccountRules;

/// <summary>Whether the lines of a ledger follow from each other: what a line says of itself, and that it goes on where its fact's lines end.</summary>
internal static class LedgerCheck
{
    /// <summary>What is wrong with a line, given what stands settled of its fact; <c>null</c> where nothing is.</summary>
    public static string? Problem(SettlementLine line, SettledOutcome? settled)
    {
        if (line.RuleId is null || line.Subject is null || line.Reason is null)
            return "has no RuleId, Subject or Reason: a line has all three.";

        if (Ids.Fault(line.Subject) is { } fault)
            return fault;

        if (line.Before != settled)
        {
            return $"{line.Key} says that before it was settled {Said(line.Before)}, and the lines before it leave {Said(settled)}: "
                + "a line is missing, there twice, in another order, or was changed.";
        }

        if (Kind(line) is { } kind && kind != line.Kind)
            return $"{line.Key} is said to be {line.Kind}, and from {Said(line.Before)} to {Said(line.After)} it is {kind}: the line was changed.";

        return line.Difference == Difference(line.Before, line.After) ? null
            : $"{line.Key} has a difference of {Amount(line.Difference)}, and from {Said(line.Before)} to {Said(line.After)} it is "
                + $"{Amount(Difference(line.Before, line.After))}: the line was changed.";
    }

    /// <summary>What is paid more after than before; <c>null</c> where neither pays.</summary>
    /// <exception cref="OverflowException">No decimal holds it.</exception>
    public static decimal? Difference(SettledOutcome? before, SettledOutcome? after)
    {
        if (before?.Payable is null && after?.Payable is null)
            return null;

        var difference = new ExactTotal();
        difference.Add(after?.Payable ?? 0);
        difference.Add(-(before?.Payable ?? 0));
        return difference.Value;
    }

    /// <summary>What comes of before and after; a fact may be held where both are the same.</summary>
    private static SettlementKind? Kind(SettlementLine line) => (line.Before, line.After) switch
    {
        (null, null) => SettlementKind.Held,
        (null, _) => SettlementKind.New,
        (_, null) => SettlementKind.Withdrawn,
        var (before, after) when line.Kind == SettlementKind.Held && before == after => SettlementKind.Held,
        var (before, after) => before.SettlesAs(after) ? SettlementKind.Unchanged : SettlementKind.Corrected,
    };

    private static string Said(SettledOutcome? outcome) => outcome is null ? "nothing"
        : $"{outcome}{(outcome.PolicyVersion is { } version ? $" by version {version}" : "")}";

    private static string Amount(decimal? amount) => amount is { } value ? Wording.Texts.AsWritten(value) : "none";
}
