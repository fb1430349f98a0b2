using System.Globalization;

namespace AccountRules.Cli.Benchmarks;

/// <summary>Measures the tool, the plain programs and DuckDB in turn, and prints them beside each other.</summary>
internal static class Report
{
    private static readonly string[] Ways = ["plain", "tool", "duckdb"];

    private static readonly (string Title, string Kind, string Format, bool HasOthers)[] Works =
    [
        ("orders, counts", "fte-orders", "table", true),
        ("orders to CSV", "fte-orders", "csv", true),
        ("orders to JSON", "fte-orders", "json", true),
        ("pay to CSV", "performance-pay", "csv", true),
        ("KPIs with months to CSV", "kpi-results", "csv", false),
        ("registry to CSV", "registry-items", "csv", false),
        ("invoices to CSV", "invoices", "csv", false),
        ("revenue to CSV", "account-revenue", "csv", false),
    ];

    /// <summary>Measures and prints.</summary>
    /// <param name="rows">How many rows each file has.</param>
    /// <param name="rounds">How often each way is measured; the least of its times counts, since what else the machine does only adds.</param>
    /// <param name="tool">The tool; the one built with the benchmark where it is left out.</param>
    public static void Write(int rows, int rounds, string? tool)
    {
        var folder = Directory.CreateTempSubdirectory("accountrules-benchmark-").FullName;
        try
        {
            FactData.WriteAll(folder, rows);
            var own = typeof(Report).Assembly.Location;
            tool ??= Path.Combine(AppContext.BaseDirectory, "AccountRules.Cli.dll");
            string[] Command(string way, string kind, string format) => Path.Combine(folder, kind + ".csv") is var path && way == "tool"
                ? [tool, "assess", path, "--as-of", FactData.AsOf.ToString("O"), "--format", format]
                : [own, way, kind, format, path];

            Check(Command, "fte-orders", "csv");
            Check(Command, "fte-orders", "json");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, least of {rounds}: CPU s (ratio to plain), wall s, MB"));
            Console.WriteLine("| | " + string.Join(" | ", Ways) + " |");
            Console.WriteLine("|---|" + string.Concat(Ways.Select(_ => "--:|")));
            foreach (var work in Works)
            {
                var ways = work.HasOthers ? Ways : ["tool"];
                var costs = ways.ToDictionary(way => way, _ => new List<Cost>(), StringComparer.Ordinal);
                for (var round = 0; round < rounds; round++)
                {
                    foreach (var way in ways)
                        costs[way].Add(Cost.Of(Command(way, work.Kind, work.Format)));
                }

                var plain = costs.TryGetValue("plain", out var all) ? all.Min(c => c.Cpu) : (TimeSpan?)null;
                Console.WriteLine($"| {work.Title} | {string.Join(" | ", Ways.Select(way => costs.TryGetValue(way, out var c) ? Cell(c, plain) : ""))} |");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Cell(List<Cost> costs, TimeSpan? plain)
    {
        var cpu = costs.Min(c => c.Cpu);
        var ratio = plain is { } unit ? string.Create(CultureInfo.InvariantCulture, $" ({cpu / unit:0.00})") : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{cpu.TotalSeconds:0.00}{ratio}, {costs.Min(c => c.Wall).TotalSeconds:0.00}, {costs.Max(c => c.Peak) >> 20}");
    }

    /// <summary>The plain program gives what the tool gives, byte for byte, or there is nothing to compare.</summary>
    private static void Check(Func<string, string, string, string[]> command, string kind, string format)
    {
        using MemoryStream plain = new(), tool = new();
        Cost.Of(command("plain", kind, format), plain);
        Cost.Of(command("tool", kind, format), tool);
        if (!plain.GetBuffer().AsSpan(0, (int)plain.Length).SequenceEqual(tool.GetBuffer().AsSpan(0, (int)tool.Length)))
            throw new InvalidOperationException($"The plain program and the tool differ on {kind} in {format}.");
    }
}
