using AccountRules.NRules.Benchmarks;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// dotnet run -c Release --project benchmarks/AccountRules.NRules.Benchmarks -- [--short] [--filter '*Batch*']
var isShort = args.Contains("--short", StringComparer.Ordinal);
string[] rest = [.. args.Where(a => a != "--short")];
if (isShort)
    Workload.Count = 10_000;

Check.AllWaysAgree();

// In this process, so that the size of the workload and what was checked hold for what is measured.
var config = DefaultConfig.Instance
    .AddJob((isShort ? Job.ShortRun : Job.Default.WithWarmupCount(3).WithIterationCount(10)).WithToolchain(InProcessEmitToolchain.DontLogOutput))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.Median)
    .WithOptions(ConfigOptions.DisableOptimizationsValidator);
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Workload).Assembly).Run(rest.Length == 0 ? ["--filter", "*"] : rest, config);
return summaries.All(s => !s.HasCriticalValidationErrors && s.Reports.All(r => r.Success)) ? 0 : 1;
