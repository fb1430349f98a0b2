namespace AccountRules.Reports;

/// <summary>What is counted of one rule in one sheet: standings, the newest periods, and what is open by band.</summary>
internal sealed class RuleCount(ReportedRule reported, AccountReportOptions options)
{
    private readonly long[] standings = new long[Standings.Count];
    private readonly List<PeriodCount> periods = [];
    private long waived;
    private readonly SortedDictionary<string, DebtCount[]> debts = new(StringComparer.Ordinal);

    public ReportedRule Reported => reported;

    public void Add(in Assessment assessment)
    {
        standings[(int)assessment.Standing]++;
        waived += assessment.Waiver is null ? 0 : 1;
        if (assessment.Period is { } period && period.Start <= assessment.Day && assessment.Standing != Standing.NotApplicable)
        {
            reported.See(period);
            PeriodOf(period)?.Add(assessment, options.Worst);
        }

        if (reported.HasDebts && assessment.IsOpen)
            DebtsIn(assessment.Currency ?? "")[reported.DebtBandOf(assessment)].Add(assessment.Rule.AmountOf(assessment.Judged));
    }

    public void Add(RuleCount other)
    {
        for (var i = 0; i < standings.Length; i++)
            standings[i] += other.standings[i];

        waived += other.waived;
        foreach (var period in other.periods)
            PeriodOf(period.Period)?.Add(period, options.Worst);

        foreach (var (currency, own) in other.debts)
        {
            for (var i = 0; i < own.Length; i++)
                DebtsIn(currency)[i].Add(own[i]);
        }
    }

    /// <summary>Of what is of periods, what needs attention now: the newest, and the one before while that runs.</summary>
    public IEnumerable<Attention> Urgent(DateOnly asOf) => periods
        .Where(p => p.Period == reported.Newest || (asOf <= reported.Newest?.End && p.Period.IsFollowedBy(reported.Newest.Value)))
        .Select(p => p.Urgent).OfType<Attention>();

    public void AddTo(long[] sum)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += standings[i];
    }

    public ReportRule Of(DateOnly asOf) => new()
    {
        Ended = periods.FindLast(p => reported.Newest is { } newest && (asOf <= newest.End ? p.Period.IsFollowedBy(newest) : p.Period == newest))?.Of(asOf),
        Rule = reported.Rule,
        Standings = new([.. standings]),
        Waived = waived,
        Periods = [.. periods.Select(p => p.Of(asOf))],
        Newest = reported.Newest,
        IsPortfolio = reported.IsPortfolio,
        Debts = [.. Debts],
    };

    /// <summary>All bands of each currency, those without one first; without any debt, of none.</summary>
    private IEnumerable<DebtBand> Debts => !reported.HasDebts ? []
        : (debts.Count > 0 ? debts : new(StringComparer.Ordinal) { [""] = new DebtCount[reported.DebtBands.Count] })
            .SelectMany(own => own.Value.Select((debt, i) => debt.Of(reported.DebtBands[i], own.Key.Length > 0 ? own.Key : null)));

    private DebtCount[] DebtsIn(string currency)
    {
        if (!debts.TryGetValue(currency, out var own))
            debts.Add(currency, own = new DebtCount[reported.DebtBands.Count]);

        return own;
    }

    /// <summary>
    /// The count of a period, oldest first; <c>null</c> where it is older than all of the most that are kept. What is among the newest of several sheets
    /// together is among the newest of each of them, so that adding up what is kept loses nothing.
    /// </summary>
    private PeriodCount? PeriodOf(Period period)
    {
        var index = periods.FindLastIndex(p => p.Period <= period);
        if (index >= 0 && periods[index].Period == period)
            return periods[index];

        if (periods.Count == options.Periods)
        {
            if (index < 0)
                return null;

            periods.RemoveAt(0);
            index--;
        }

        var count = new PeriodCount(period);
        periods.Insert(index + 1, count);
        for (var i = 0; i < periods.Count - 2; i++)
            periods[i].IsPast = true;

        return count;
    }
}
