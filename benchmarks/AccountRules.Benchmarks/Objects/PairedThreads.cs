namespace AccountRules.Benchmarks.Objects;

/// <summary>Two threads beside one, by the library and by hand: what two threads gain by hand is what the machine has to give.</summary>
internal static class PairedThreads
{
    private const int Count = 1_000_000;

    public static void Run(int rounds)
    {
        foreach (var rule in Workloads.Ids.Append("all six rules"))
            Run(rule, rounds);
    }

    private static void Run(string rule, int rounds)
    {
        var workloads = Workloads.Of(rule, Count);
        PairedRounds.Run($"{rule}, a million objects of each rule", rounds,
        [
            ("by hand, one thread", 0, () => Each(w => w.HandVerdicts(0, 100))),
            ("by hand, two threads", 0, () => Each(w => Parallel.Invoke(() => w.HandVerdicts(0, 50), () => w.HandVerdicts(50, 100)))),
            ("library, one thread", 0, () => Each(w => w.Verdicts(threads: 1))),
            ("library, two threads", 2, () => Each(w => w.Verdicts(threads: 2))),
            ("library, two threads", 1, () => Each(w => w.Verdicts(threads: 2))),
        ]);

        void Each(Action<Workload> run) => Array.ForEach(workloads, run);
    }
}
