using System.Globalization;
using BenchmarkDotNet.Reports;

namespace AccountRules.Benchmarks;

/// <summary>All benchmarks in one table: each beside the first of its group, by the median.</summary>
internal static class RatioTable
{
    public static void Print(IEnumerable<Summary> summaries)
    {
        Console.WriteLine();
        Console.WriteLine("| what | way | ratio | ns a fact | bytes a fact |");
        Console.WriteLine("|---|---|--:|--:|--:|");
        var groups = summaries.SelectMany(s => s.Reports).Where(r => r.ResultStatistics is not null)
            .GroupBy(r => (r.BenchmarkCase.Descriptor.Type, string.Join(' ', r.BenchmarkCase.Descriptor.Categories), r.BenchmarkCase.Parameters.DisplayInfo));
        foreach (var group in groups)
        {
            var first = group.First(r => r.BenchmarkCase.Descriptor.Baseline);
            foreach (var report in group)
            {
                var (median, bytes) = (report.ResultStatistics!.Median, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
                var ratio = median / first.ResultStatistics!.Median;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {group.Key.Item2}{Parameters(group.Key.DisplayInfo)} | {report.BenchmarkCase.Descriptor.WorkloadMethod.Name} "
                    + $"| {ratio:0.00} | {median:0.0} | {bytes} |"));
            }
        }
    }

    private static string Parameters(string display) => display.Length == 0 ? "" : $" {display}";
}
