using System.Globalization;

namespace AccountRules.Benchmarks.Database;

/// <summary>The ways of counting in PostgreSQL, each beside SQL written by hand.</summary>
internal static class PairedCounts
{
    public static void Run(int rounds)
    {
        var benchmark = new CountInPostgres { Rows = CountInPostgres.Sizes.Single() };
        benchmark.Setup();
        PairedRounds.Run(string.Create(CultureInfo.InvariantCulture, $"{benchmark.Rows:N0} rows"), rounds,
        [
            ("hand-written SQL: CASE, GROUP BY", 0, () => benchmark.HandWrittenCase()),
            ("hand-written SQL: a filtered count for each standing", 0, () => benchmark.HandWrittenFilters()),
            ("CountByStanding through EF Core", 0, () => benchmark.CountByStanding()),
            ("fetch through EF Core, assess in memory", 0, () => benchmark.AssessInMemory()),
            ("by band, hand-written SQL: CASE, GROUP BY", 0, () => benchmark.HandWrittenBands()),
            ("CountByBand through EF Core", 4, () => benchmark.CountByBand()),
            ("Grade, and GroupBy of standing and band, through EF Core", 4, () => benchmark.GradeAndGroup()),
        ]);
    }
}
