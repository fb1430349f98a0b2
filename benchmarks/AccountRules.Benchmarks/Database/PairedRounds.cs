using System.Diagnostics;
using System.Globalization;

namespace AccountRules.Benchmarks.Database;

/// <summary>
/// The ways of counting in turn, round after round, each compared with the hand-written one of the same round: what else the machine does then falls on all of them,
/// where BenchmarkDotNet would measure one after the other.
/// </summary>
internal static class PairedRounds
{
    public static void Run(int rounds)
    {
        var benchmark = new CountInPostgres { Rows = CountInPostgres.Sizes.Single() };
        benchmark.Setup();
        (string Name, Func<Dictionary<Standing, long>> Count)[] ways =
        [
            ("hand-written SQL: CASE, GROUP BY", benchmark.HandWrittenCase),
            ("hand-written SQL: a filtered count for each standing", benchmark.HandWrittenFilters),
            ("CountByStanding through EF Core", benchmark.CountByStanding),
            ("fetch through EF Core, assess in memory", benchmark.AssessInMemory),
        ];

        var times = ways.Select(_ => new double[rounds]).ToArray();
        var bytes = ways.Select(_ => new long[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < ways.Length; i++)
            {
                var way = (i + round) % ways.Length;
                var (before, start) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
                ways[way].Count();
                times[way][round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                bytes[way][round] = GC.GetTotalAllocatedBytes(precise: true) - before;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{benchmark.Rows:N0} rows, {rounds} rounds, ratios to the first"));
        Console.WriteLine("| way | ratio: lower quartile | median | upper quartile | ratio of the best times | allocated, KB |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        for (var way = 0; way < ways.Length; way++)
        {
            var ratios = times[way].Zip(times[0], (time, first) => time / first).Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {ways[way].Name} | {ratios[rounds / 4]:F2} | {ratios[rounds / 2]:F2} | {ratios[rounds * 3 / 4]:F2} | {times[way].Min() / times[0].Min():F2} | {bytes[way].Order().ElementAt(rounds / 2) / 1024:N0} |"));
        }
    }
}
