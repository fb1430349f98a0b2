using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>What to say of a run beside its lines and totals: what it withdraws, what it did not look at, and what became of the ledger.</summary>
internal static class SettlementRemarks
{
    /// <summary>The remarks, each a line.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="ledger">The file of the ledger.</param>
    /// <param name="isToAppend">Whether the lines are to be appended.</param>
    /// <param name="isAppended">Whether they were.</param>
    public static IEnumerable<string> Of(Settlement settlement, SettlementRequest request, string ledger, bool isToAppend, bool isAppended)
    {
        if (settlement.Total[SettlementKind.Withdrawn] is { Lines: > 0 } withdrawn)
        {
            yield return $"{Facts(withdrawn.Lines)} that {Was(withdrawn.Lines)} settled {Is(withdrawn.Lines)} not in the files, and withdrawn"
                + $"{(request.Periods.Count > 0 ? "." : ": where the run is of some periods only, name them with --period.")}";
        }

        var isOfOne = request.Currency is not null;
        if (settlement.OutOfScope is { Lines: > 0 } outside)
        {
            yield return $"{Facts(outside.Lines)} that {Was(outside.Lines)} settled {Is(outside.Lines)} of other "
                + $"{(isOfOne ? "periods, rules or currencies" : "periods or rules")}, and left as "
                + $"{(outside.Lines == 1 ? "it is" : "they are")}: {ImpactTables.Number(outside.Settled)}.";
        }

        if (settlement.LeftOut.Count(left => left.Why == "OutOfScope") is > 0 and var rows)
            yield return $"{Facts(rows)} in the files {Is(rows)} of other {(isOfOne ? "periods or currencies" : "periods")}, and not settled.";

        var lines = $"{Shown.Count(settlement.Lines.Count)} {(settlement.Lines.Count == 1 ? "line" : "lines")}";
        yield return isAppended ? $"{ledger}: {lines} appended."
            : isToAppend ? $"{ledger}: nothing appended, since the run failed; it is as it was before."
            : $"{ledger}: a trial; --append appends the {lines}.";
    }

    private static string Facts(int count) => $"{Shown.Count(count)} {(count == 1 ? "fact" : "facts")}";

    private static string Was(int count) => count == 1 ? "was" : "were";

    private static string Is(int count) => count == 1 ? "is" : "are";
}
