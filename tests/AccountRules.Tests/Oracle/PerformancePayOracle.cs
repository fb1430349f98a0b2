using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>"KPI achievement decides performance-linked pay."</summary>
internal static class PerformancePayOracle
{
    /// <summary>The table of the document, highest row first, as it is written there.</summary>
    public static IReadOnlyList<PayRow> Document { get; } =
    [
        new("Over", 1.00m, IsAbove: true, Factor: 1.10m),
        new("Full", 0.80m, IsAbove: true, Factor: 1.00m),
        new("Partial", 0.60m, IsAbove: true, Factor: 0.60m),
        new("Low", 0.35m, IsAbove: true, Factor: 0.40m),
        new("Pip", Begins: null, IsAbove: false, Factor: 0m),
    ];

    public static Expected Of(PayPeriod period, DateOnly asOf, IReadOnlyList<PayRow> highestFirst, int places, Halves halves)
    {
        if (period.Period.Start > asOf)
            return Expected.NotBegun;

        if (period.Target is not ({ } target and > 0) || period.Actual is not { } actual || period.CommittedPay is not { } committed)
            return Expected.Undetermined;

        var row = highestFirst.First(row => row.Holds(Fraction.Of(actual), Fraction.Of(target)));
        return new(Standing.Graded, row.Band, (Fraction.Of(committed) * Fraction.Of(row.Factor)).Rounded(places, halves));
    }

    /// <summary>One row of a pay table; the lowest has no beginning.</summary>
    internal sealed record PayRow(string Band, decimal? Begins, bool IsAbove, decimal Factor)
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
