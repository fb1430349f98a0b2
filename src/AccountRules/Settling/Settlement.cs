namespace AccountRules;

/// <summary>What a run settles: its lines, the ledger after it, totals, and what is in none of them. Immutable and safe for use by many threads.</summary>
/// <remarks>
/// Of every line and of every total, what was settled and the differences together are what is settled now, exact. Facts that are held are in the totals with
/// what was settled of them; each total says how many there are and how much that is.
/// </remarks>
public sealed class Settlement
{
    internal Settlement(
        SettlementLedger ledger, IReadOnlyList<SettlementLine> lines, IReadOnlyList<SettlementLeftOut> leftOut, IEnumerable<SettlementLine> outside)
    {
        (Ledger, Lines, LeftOut) = (ledger, lines, leftOut);
        Total = SettlementTotals.Of(lines);
        ByRule = SettlementTotals.By(lines, line => line.RuleId, rule => rule);
        ByPeriod = SettlementTotals.By(lines, line => line.Period, period => period?.ToString());
        ByProgramme = SettlementTotals.ByProgramme(lines);
        OutOfScope = SettlementTotals.Settled(outside);
    }

    /// <summary>The ledger after the run: the lines of before, and those of the run.</summary>
    public SettlementLedger Ledger { get; }

    /// <summary>The lines of the run, one for each fact, by rule and then by fact.</summary>
    public IReadOnlyList<SettlementLine> Lines { get; }

    /// <summary>The assessments of now that have no line, in the order in which they were given.</summary>
    public IReadOnlyList<SettlementLeftOut> LeftOut { get; }

    /// <summary>All lines together.</summary>
    public SettlementTotal Total { get; }

    /// <summary>The lines of each rule.</summary>
    public IReadOnlyList<SettlementTotal> ByRule { get; }

    /// <summary>The lines of each period, earliest first; before them those of facts without a period.</summary>
    public IReadOnlyList<SettlementTotal> ByPeriod { get; }

    /// <summary>
    /// The lines of each programme, before them those of none. A fact that comes from one programme into another leaves the one with what was settled, and
    /// enters the other with what is settled now: its line is in both, and so the lines of these totals may be more than those of the run.
    /// </summary>
    public IReadOnlyList<SettlementTotal> ByProgramme { get; }

    /// <summary>
    /// What stands settled of facts outside of the scope, which the run did not look at. With <see cref="Total"/> it is all that stands settled.
    /// </summary>
    public SettlementSum OutOfScope { get; }
}
