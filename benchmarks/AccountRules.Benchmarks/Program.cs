using AccountRules.Benchmarks;
using AccountRules.Benchmarks.Database;
using AccountRules.Benchmarks.Objects;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project benchmarks/AccountRules.Benchmarks --
//     [--short] [--filter '*Loops*' | --filter '*Postgres*' | --paired postgres | --paired threads | --paired answers | --paired objects]
RunSettings.IsShort = args.Contains("--short", StringComparer.Ordinal);
string[] rest = [.. args.Where(a => a != "--short")];
try
{
    switch (rest)
    {
        case ["--paired", "postgres"]:
            PairedCounts.Run(rounds: RunSettings.IsShort ? 5 : 40);
            return 0;
        case ["--paired", "threads"]:
            PairedThreads.Run(rounds: RunSettings.IsShort ? 11 : 41);
            return 0;
        case ["--paired", "answers"]:
            PairedWays.RunAnswers(rounds: RunSettings.IsShort ? 11 : 41);
            return 0;
        case ["--paired", "objects"]:
            PairedWays.RunObjects(rounds: RunSettings.IsShort ? 5 : 21);
            return 0;
        case ["--paired", ..]:
            Console.Error.WriteLine("--paired takes what to measure: postgres, threads, answers or objects.");
            return 2;
    }

    var types = typeof(RunSettings).Assembly.GetTypes()
        .Where(t => rest.Length > 0 || t.Namespace != typeof(CountInPostgres).Namespace)   // the database has to be asked for
        .Where(t => t.GetMethods().Any(m => m.IsDefined(typeof(BenchmarkAttribute), inherit: false)));
    Summary[] summaries = [.. BenchmarkSwitcher.FromTypes([.. types]).Run(rest.Length == 0 ? ["--filter", "*"] : rest, RunSettings.Config)];
    RatioTable.Print(summaries);
    return summaries.All(s => !s.HasCriticalValidationErrors && s.Reports.All(r => r.Success)) ? 0 : 1;
}
finally
{
    OrdersDatabase.DropAll();
}
