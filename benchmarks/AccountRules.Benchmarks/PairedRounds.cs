using System.Diagnostics;
using System.Globalization;

namespace AccountRules.Benchmarks;

/// <summary>
/// Ways of doing something in turn, round after round, each compared with another one of the same round: what else the machine does then falls on all of them,
/// where BenchmarkDotNet would measure one after the other.
/// </summary>
internal static class PairedRounds
{
    /// <summary>Runs the ways and prints a table.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="ways">The ways, each with the index of the one that it is compared with.</param>
    public static void Run(string title, int rounds, (string Name, int Beside, Action Do)[] ways)
    {
        var times = ways.Select(_ => new double[rounds]).ToArray();
        var bytes = ways.Select(_ => new long[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < ways.Length; i++)
            {
                var way = (i + round) % ways.Length;
                var (before, start) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
                ways[way].Do();
                times[way][round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                bytes[way][round] = GC.GetTotalAllocatedBytes(precise: true) - before;
            }
        }

        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}, {rounds} rounds"));
        Console.WriteLine("| way | beside | ratio: lower quartile | median | upper quartile | ratio of the best times | allocated, KB |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|");
        foreach (var (way, (name, beside, _)) in ways.Index())
        {
            var ratios = times[way].Zip(times[beside], (time, other) => time / other).Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {ways[beside].Name} | {ratios[rounds / 4]:F2} | {ratios[rounds / 2]:F2} | {ratios[rounds * 3 / 4]:F2} "
                + $"| {times[way].Min() / times[beside].Min():F2} | {bytes[way].Order().ElementAt(rounds / 2) / 1024:N0} |"));
        }
    }
}
