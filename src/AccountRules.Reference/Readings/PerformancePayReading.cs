using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"KPI achievement decides performance-linked pay."</summary>
internal static class PerformancePayReading
{
    /// <summary>The table of the document, highest row first, as it is written there.</summary>
    public static PayTableReading Document { get; } = new()
    {
        Rows =
        [
            new("Over", 1.00m, IsAbove: true, Factor: 1.10m),
            new("Full", 0.80m, IsAbove: true, Factor: 1.00m),
            new("Partial", 0.60m, IsAbove: true, Factor: 0.60m),
            new("Low", 0.35m, IsAbove: true, Factor: 0.40m),
            new("Pip", Begins: null, IsAbove: false, Factor: 0m, "PIP"),
        ],
    };

    public static Expected Of(PayPeriod period, DateOnly asOf, PerformancePayTerms terms) =>
        Of(period, asOf, PayTableReading.Of(terms, period.Group), terms.Judged == PeriodJudgement.AsItStands);

    public static Expected Of(PayPeriod period, DateOnly asOf, PayTableReading? table, bool paysWhileRunning = false)
    {
        if (period.Period.Start > asOf)
            return Expected.NotBegun;

        var isRunning = asOf <= period.Period.End;
        var ended = OnceEnded(period, table) with { IsProvisional = isRunning };
        return isRunning && !paysWhileRunning && ended.Band is not null
            ? ended with { Standing = Standing.OnTrack, Payable = null, Programme = null }
            : ended;
    }

    private static Expected OnceEnded(PayPeriod period, PayTableReading? table)
    {
        if (table is null || (table.Currency is { } currency && period.Currency is { } own && own != currency))
            return Expected.Undetermined;

        if (period.Target is not ({ } target and > 0) || period.Actual is not { } actual || period.CommittedPay is not ({ } committed and >= 0))
            return Expected.Undetermined;

        if (period is not ({ Share: null, ShareOf: null } or { Share: >= 0, ShareOf: > 0 }) || period.Share > period.ShareOf)
            return Expected.Undetermined;

        if (Fraction.ShareOf(Fraction.Of(target), period.TargetShare, period.TargetShareOf) is not { } due)
            return Expected.Undetermined;

        var value = Fraction.Of(actual).Over(due);
        if (table.IsTooLarge(Fraction.Of(committed), value))
            return Expected.Undetermined;

        var row = table.Rows.First(row => row.Holds(Fraction.Of(actual), due));
        var factor = table.FactorOf(row, value);
        var share = new Fraction(period.Share ?? 1, period.ShareOf ?? 1);
        return new(
            Standing.Graded, row.Band, period.WithheldFor is not null ? 0 : table.Paid(Fraction.Of(committed) * share, factor))
        {
            Programme = row.Programme,
            Factor = row.Factor,
        };
    }
}
