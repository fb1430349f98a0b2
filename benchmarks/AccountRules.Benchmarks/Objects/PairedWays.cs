using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Objects;

/// <summary>The ways of a benchmark in turn, each beside that by hand of the same round: for machines that have other work.</summary>
internal static class PairedWays
{
    private const int WarmUps = 60;

    /// <summary>What one fact costs and says, and a thousand that lie in the cache.</summary>
    public static void RunAnswers(int rounds)
    {
        foreach (var benchmark in (object[])[new SingleAnswer(), new SingleFact(), new HotLoops(), new KeptFindings()])
            Run(benchmark.GetType().Name, benchmark, rounds, benchmark is KeptFindings ? 1 : WarmUps);
    }

    /// <summary>A million objects of each rule.</summary>
    public static void RunObjects(int rounds)
    {
        foreach (var rule in Workloads.Ids)
        {
            var loops = new ObjectLoops { Rule = rule };
            loops.Setup();
            Run(rule, loops, rounds, warmUps: 3);
        }
    }

    private static void Run(string title, object benchmark, int rounds, int warmUps)
    {
        var ways = Ways(benchmark);
        foreach (var (_, _, run) in Enumerable.Repeat(ways, warmUps).SelectMany(all => all))
            run();

        PairedRounds.Run(title, rounds, ways);
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
