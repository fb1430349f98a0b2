using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Objects;

/// <summary>What one fact costs, and a thousand that lie in the cache, each way in turn with that by hand: for machines that have other work.</summary>
internal static class PairedAnswers
{
    private const int WarmUps = 60;

    public static void Run(int rounds)
    {
        foreach (var benchmark in (object[])[new SingleAnswer(), new SingleFact(), new HotLoops(), new KeptFindings()])
        {
            var ways = Ways(benchmark);
            foreach (var (_, _, run) in Enumerable.Repeat(ways, benchmark is KeptFindings ? 1 : WarmUps).SelectMany(all => all))
                run();

            PairedRounds.Run(benchmark.GetType().Name, rounds, ways);
        }
    }

    /// <summary>Each way beside the first of its category.</summary>
    private static (string Name, int Beside, Action Do)[] Ways(object benchmark)
    {
        var methods = benchmark.GetType().GetMethods().Where(m => m.IsDefined(typeof(BenchmarkAttribute))).ToArray();
        return
        [
            .. methods.Select(m => (
                m.Name, Array.FindIndex(methods, other => other.GetCustomAttribute<BenchmarkAttribute>()!.Baseline && CategoryOf(other) == CategoryOf(m)),
                (Action)(() => m.Invoke(benchmark, parameters: null)))),
        ];
    }

    private static string CategoryOf(MethodInfo method) => method.GetCustomAttribute<BenchmarkCategoryAttribute>()!.Categories.Single();
}
