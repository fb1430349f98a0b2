using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AccountRules.Benchmarks;

/// <summary>How benchmarks are run: in this process, so that all of them share one database, with ratios and bytes beside every time.</summary>
internal static class RunSettings
{
    /// <summary>Fewer rows and fewer rounds: to see that the benchmarks run, not how fast.</summary>
    public static bool IsShort { get; set; }

    public static IConfig Config => DefaultConfig.Instance
        .AddJob((IsShort ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.DontLogOutput))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumn(StatisticColumn.Median)
        .WithOptions(ConfigOptions.DisableOptimizationsValidator | ConfigOptions.JoinSummary);
}
