using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace AccountRules.Samples.Sharded;

/// <summary>What the sample prints, and whether all ways of counting agree.</summary>
internal sealed class Report(IReadOnlyDictionary<Standing, long> expected)
{
    private readonly Table times = new Table().AddColumns("query", "milliseconds", "counts");

    /// <summary>Whether every count so far was the hand-written one's.</summary>
    public bool AllEqual { get; private set; } = true;

    public static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Spectre.Console.Rule(text).LeftJustified());
    }

    /// <summary>Runs a count twice, the first time to warm up, and compares it.</summary>
    public async Task CountAsync(string query, Func<Task<IReadOnlyList<StandingCount>>> count)
    {
        await count();
        var clock = Stopwatch.StartNew();
        var counts = await count();
        var elapsed = clock.Elapsed.TotalMilliseconds;

        var isEqual = counts.Count == expected.Count && counts.All(c => expected.GetValueOrDefault(c.Standing) == c.Count);
        AllEqual &= isEqual;
        times.AddRow(query, elapsed.ToString("N0", CultureInfo.InvariantCulture), isEqual ? "equal" : "DIFFERENT");
    }

    public void Check(string what, bool holds)
    {
        AllEqual &= holds;
        Console.WriteLine($"{what}: {(holds ? "equal" : "DIFFERENT")}");
    }

    public void WriteCounts()
    {
        var table = new Table().AddColumn("standing").AddColumn("orders", c => c.RightAligned());
        foreach (var (standing, count) in expected.OrderBy(e => e.Key))
            table.AddRow(standing.ToString(), count.ToString("N0", CultureInfo.InvariantCulture));

        AnsiConsole.Write(table);
    }

    public void WriteTimes() => AnsiConsole.Write(times);

    /// <summary>A plan has long lines, which are left as they are.</summary>
    public static void WritePlan(string query, IEnumerable<string> plan)
    {
        Heading(query);
        foreach (var line in plan)
            Console.WriteLine(line);
    }
}
