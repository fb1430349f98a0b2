using AccountRules.Facts;

namespace AccountRules.Samples.Payroll;

/// <summary>The year: a run on the tenth of each month, for what ended in the month before, and in March a run that corrects all of it.</summary>
internal sealed class PayrollYear
{
    private readonly PayrollData data;
    private readonly GatheredRule<PlannedPay> rule;

    public PayrollYear(PayrollData data)
    {
        (this.data, rule) = (data, data.Policy.PlannedPay());
        for (var month = Period.Month(2026, 1); month.Start.Year == 2026; month = month.Next!.Value)
        {
            Period[] ended = [.. new[] { month, Period.Quarter(2026, (month.Start.Month + 2) / 3), Period.Year(2026) }.Where(p => p.End == month.End)];
            Closed = [.. PayLine.Each(Assess(month.End.AddDays(10)))];
            Runs.Add(Run(month.End.AddDays(10), Closed, ended));
        }

        Corrected = [.. PayLine.Each(Assess(new(2027, 3, 10)))];
        Corrections = Run(new(2027, 3, 10), Corrected, periods: null);
    }

    /// <summary>The monthly runs, each with the settlement of every currency.</summary>
    public List<PayRun> Runs { get; } = [];

    /// <summary>The run of March after, over the whole year.</summary>
    public PayRun Corrections { get; }

    /// <summary>The year as it was known when its last month was paid, on 10 January.</summary>
    public PayLine[] Closed { get; private set; } = [];

    /// <summary>The same, as it was known in March after.</summary>
    public PayLine[] Corrected { get; }

    public SettlementLedger Ledger { get; private set; } = SettlementLedger.Empty;

    /// <summary>Each pay period, by what was known on the day.</summary>
    private Assessment[] Assess(DateOnly day) => [.. rule.Collect(day)
        .AddRange(KpiResult.Shape.AsKnownOn(data.Results, day))
        .AddRange(PayPlan.Shape.AsKnownOn(data.Plans, day))
        .Assess()];

    /// <summary>Settles one currency after the other: amounts of two are never added up.</summary>
    private PayRun Run(DateOnly day, PayLine[] lines, Period[]? periods)
    {
        AssessmentRecord[] now = [.. lines.Where(line => periods is null || periods.Contains(line.Of.Period!.Value)).Select(line => line.ToRecord())];
        Dictionary<string, Settlement> settled = new(StringComparer.Ordinal);
        foreach (var currency in now.Select(line => line.Currency ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            settled[currency] = Ledger.Settle(day, now, new SettlementScope { Periods = periods, Currency = currency });
            Ledger = settled[currency].Ledger;
        }

        return new(day, settled);
    }
}

/// <summary>A run, with the settlement of each currency.</summary>
internal sealed record PayRun(DateOnly Day, IReadOnlyDictionary<string, Settlement> ByCurrency)
{
    public IEnumerable<SettlementLine> Lines => ByCurrency.Values.SelectMany(settlement => settlement.Lines);
}
