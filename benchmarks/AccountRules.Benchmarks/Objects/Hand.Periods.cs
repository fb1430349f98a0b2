using System.Runtime.CompilerServices;
using AccountRules.Facts;

namespace AccountRules.Benchmarks.Objects;

/// <summary>
/// The rules of periods. Of a period that runs a KPI result stands as it does so far, with a grade that says so, and pay is on track.
/// </summary>
internal static partial class Hand
{
    public const decimal EntryThreshold = 100_000;

    private const int RunningResult = 2;
    private const int RunningPay = 5;
    private const decimal MostPay = 720_256_022_856_948_523_577_672_275m;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HandVerdict KpiAttainment(KpiResult result, DateOnly asOf)
    {
        if (result.Period.Start > asOf)
            return new(-2, Standing.NotApplicable);

        if (result.Target is not { } target)
            return new(-4, Standing.Undetermined);

        if (target <= 0)
            return new(-5, Standing.Undetermined);

        if (result.Actual is not { } actual)
            return new(-6, Standing.Undetermined);

        if (result.TargetShare is not null || result.TargetShareOf is not null)
        {
            if (result.TargetShare is not { } share || result.TargetShareOf is not { } whole || share < 1 || whole < 1 || share > whole)
                return new(-10, Standing.Undetermined);

            actual *= whole;
            target *= share;
        }

        var isMet = result.Direction == Direction.LowerIsBetter ? target > 0.85m * actual : actual > 0.85m * target;
        var running = asOf <= result.Period.End ? RunningResult : 0;
        return isMet ? new((short)(running + 1), Standing.Met) : new((short)running, Standing.Missed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HandVerdict KeyAccount(AccountRevenue row, DateOnly asOf)
    {
        if (row.Period.Start > asOf)
            return new(-2, Standing.NotApplicable);

        if (row.Revenue is not { } revenue)
            return new(-7, Standing.Undetermined);

        return revenue >= EntryThreshold ? new(1, Standing.Graded) : new(0, Standing.Graded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HandVerdict PerformancePay(PayPeriod period, DateOnly asOf)
    {
        if (period.Period.Start > asOf)
            return new(-2, Standing.NotApplicable);

        if (period.CommittedPay is not { } committed)
            return new(-8, Standing.Undetermined);

        if (committed is < 0 or > MostPay)
            return new(-11, Standing.Undetermined);

        if (period.Share is not null || period.ShareOf is not null)
        {
            if (period.Share is not { } due || period.ShareOf is not { } all || due < 0 || all < 1 || due > all)
                return new(-12, Standing.Undetermined);
        }

        if (period.Target is not { } target)
            return new(-4, Standing.Undetermined);

        if (target <= 0)
            return new(-5, Standing.Undetermined);

        if (period.Actual is not { } actual)
            return new(WhyNoActual(period.NoActualCause), Standing.Undetermined);

        if (period.TargetShare is not null || period.TargetShareOf is not null)
        {
            if (period.TargetShare is not { } share || period.TargetShareOf is not { } whole || share < 1 || whole < 1 || share > whole)
                return new(-10, Standing.Undetermined);

            actual *= whole;
            target *= share;
        }

        var band = actual > target ? 4 : actual > 0.80m * target ? 3 : actual > 0.60m * target ? 2 : actual > 0.35m * target ? 1 : 0;
        return asOf <= period.Period.End ? new((short)(RunningPay + band), Standing.OnTrack) : new((short)band, Standing.Graded);
    }

    private static short WhyNoActual(string? cause) => cause switch
    {
        "TooLarge" => -11,
        "NoWeight" => -13,
        "Unbounded" => -14,
        "ImpossibleTargetShare" => -10,
        "TargetNotPositive" => -5,
        "NoTarget" => -4,
        "AgainstPlan" => -15,
        "NoKpiResult" => -16,
        "NotOfAMonth" => -17,
        "Duplicate" => -18,
        _ => -6,
    };
}
