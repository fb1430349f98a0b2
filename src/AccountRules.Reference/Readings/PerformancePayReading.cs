using System.Numerics;
using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"KPI achievement decides performance-linked pay."</summary>
internal static class PerformancePayReading
{
    /// <summary>The table of the document, highest row first, as it is written there.</summary>
    public static IReadOnlyList<PayRow> Document { get; } =
    [
        new("Over", 1.00m, IsAbove: true, Factor: 1.10m),
        new("Full", 0.80m, IsAbove: true, Factor: 1.00m),
        new("Partial", 0.60m, IsAbove: true, Factor: 0.60m),
        new("Low", 0.35m, IsAbove: true, Factor: 0.40m),
        new("Pip", Begins: null, IsAbove: false, Factor: 0m, "PIP"),
    ];

    public static Expected Of(PayPeriod period, DateOnly asOf, PerformancePayTerms terms) => Of(
        period, asOf, RowsOf(terms), terms.Decimals, HalvesOf(terms), terms.Increment, paysWhileRunning: terms.Judged == PeriodJudgement.AsItStands);

    public static Expected Of(
        PayPeriod period, DateOnly asOf, IReadOnlyList<PayRow> highestFirst, int places, Halves halves, decimal? increment = null,
        bool paysWhileRunning = false)
    {
        if (period.Period.Start > asOf)
            return Expected.NotBegun;

        var isRunning = asOf <= period.Period.End;
        var ended = OnceEnded(period, highestFirst, places, halves, increment) with { IsProvisional = isRunning };
        return isRunning && !paysWhileRunning && ended.Band is not null
            ? ended with { Standing = Standing.OnTrack, Payable = null, Programme = null }
            : ended;
    }

    /// <summary>An exact product, rounded once as the terms say.</summary>
    public static decimal? Rounded(Fraction product, PerformancePayTerms terms) => Rounded(product, terms.Decimals, HalvesOf(terms), terms.Increment);

    private static decimal? Rounded(Fraction product, int places, Halves halves, decimal? increment) =>
        product.RoundedTo(increment is { } step ? Fraction.Of(step) : new(1, BigInteger.Pow(10, places)), places, halves);

    private static PayRow[] RowsOf(PerformancePayTerms terms) =>
        [.. terms.Bands.Reverse().Select(b => new PayRow(b.Name, b.Above ?? b.From, b.Above is not null, b.Factor, b.Programme))];

    private static Halves HalvesOf(PerformancePayTerms terms) => terms.Rounding switch
    {
        PayRounding.HalfToEven => Halves.ToEven,
        PayRounding.TowardZero or PayRounding.Down => Halves.CutOff,
        PayRounding.Up => Halves.Up,
        _ => Halves.AwayFromZero,
    };

    private static Expected OnceEnded(PayPeriod period, IReadOnlyList<PayRow> highestFirst, int places, Halves halves, decimal? increment)
    {
        if (period.Target is not ({ } target and > 0) || period.Actual is not { } actual || period.CommittedPay is not ({ } committed and >= 0))
            return Expected.Undetermined;

        if (period is not ({ Share: null, ShareOf: null } or { Share: >= 0, ShareOf: > 0 }) || period.Share > period.ShareOf)
            return Expected.Undetermined;

        if (IsTooLarge(Fraction.Of(committed), highestFirst, places, increment ?? 0))
            return Expected.Undetermined;

        if (Fraction.ShareOf(Fraction.Of(target), period.TargetShare, period.TargetShareOf) is not { } due)
            return Expected.Undetermined;

        var row = highestFirst.First(row => row.Holds(Fraction.Of(actual), due));
        var share = new Fraction(period.Share ?? 1, period.ShareOf ?? 1);
        return new(Standing.Graded, row.Band, Rounded(Fraction.Of(committed) * share * Fraction.Of(row.Factor), places, halves, increment))
        {
            Programme = row.Programme,
            Factor = row.Factor,
        };
    }

    /// <summary>
    /// No decimal holds the pay in whole units times the highest factor, and at least once, with the places that it is rounded to and an increment more.
    /// </summary>
    private static bool IsTooLarge(Fraction committed, IReadOnlyList<PayRow> rows, int places, decimal increment)
    {
        var factor = Fraction.Of(Math.Max(1, rows.Max(row => row.Factor)));
        var largest = ((BigInteger.One << 96) - 1) * factor.Denominator / (factor.Numerator * BigInteger.Pow(10, places)) - (BigInteger)Math.Ceiling(increment);
        return committed > new Fraction(largest, 1);
    }

    /// <summary>One row of a pay table; the lowest has no beginning.</summary>
    internal sealed record PayRow(string Band, decimal? Begins, bool IsAbove, decimal Factor, string? Programme = null)
    {
        public bool Holds(Fraction actual, Fraction target)
        {
            if (Begins is not { } begins)
                return true;

            var cut = Fraction.Of(begins) * target;
            return IsAbove ? actual > cut : actual >= cut;
        }
    }
}
