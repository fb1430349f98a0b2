using AccountRules.Benchmarks;
using AccountRules.Benchmarks.Database;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project benchmarks/AccountRules.Benchmarks -- [--short] [--filter '*Postgres*' | --paired]
RunSettings.IsShort = args.Contains("--short", StringComparer.Ordinal);
string[] rest = [.. args.Where(a => a != "--short")];
try
{
    if (rest is ["--paired"])
    {
        PairedRounds.Run(rounds: RunSettings.IsShort ? 5 : 40);
        return 0;
    }

    var summaries = BenchmarkSwitcher.FromAssembly(typeof(RunSettings).Assembly).Run(rest.Length == 0 ? ["--filter", "*"] : rest, RunSettings.Config);
    return summaries.All(s => !s.HasCriticalValidationErrors && s.Reports.All(r => r.Success)) ? 0 : 1;
}
finally
{
    OrdersDatabase.DropAll();
}
