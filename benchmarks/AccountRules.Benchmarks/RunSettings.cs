using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AccountRules.Benchmarks;

/// <summary>How benchmarks are run: in this process, so that all of them share one database, with ratios and bytes beside every time.</summary>
internal static class RunSettings
{
    /// <summary>Fewer rounds, and fewer rows in the database.</summary>
    public static bool IsShort { get; set; }

    public static IConfig Config => DefaultConfig.Instance
        .AddJob((IsShort ? Short : Job.Default).WithToolchain(InProcessEmitToolchain.DontLogOutput))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumn(StatisticColumn.Median, BenchmarkDotNet.Columns.CategoriesColumn.Default)
        .AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByCategory)
        .WithOptions(ConfigOptions.DisableOptimizationsValidator | ConfigOptions.JoinSummary);

    private static Job Short => Job.ShortRun.WithWarmupCount(2).WithIterationCount(5).WithInvocationCount(1).WithUnrollFactor(1).WithGcForce(value: false);
}
