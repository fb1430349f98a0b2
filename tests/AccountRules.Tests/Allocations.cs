namespace AccountRules.Tests;

/// <summary>What work allocates on this thread.</summary>
internal static class Allocations
{
    private const int Runs = 6;

    /// <summary>
    /// The least of several runs, the first of which is for warming up: a collection that another thread's test starts counts the rest of this thread's buffer
    /// as allocated. Work that allocates does so in every run.
    /// </summary>
    public static long Of(Action work)
    {
        work();
        var least = long.MaxValue;
        for (var i = 0; i < Runs; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
