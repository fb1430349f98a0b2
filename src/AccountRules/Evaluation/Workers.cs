namespace AccountRules.Evaluation;

/// <summary>Shares the work on a batch among threads, with the result of one.</summary>
internal sealed class Workers(int degreeOfParallelism, CancellationToken cancellation)
{
    private const int Share = 16_384;   // facts that a thread takes at a time

    private readonly int degree = degreeOfParallelism is >= 1 or -1
        ? (degreeOfParallelism == -1 ? Environment.ProcessorCount : degreeOfParallelism)
        : throw new ArgumentOutOfRangeException(
            nameof(degreeOfParallelism), degreeOfParallelism, "The degree of parallelism is a number of threads from 1 up, or -1 for one on each processor.");

    /// <summary>As many facts as keep all threads busy.</summary>
    public int BatchSize => degree == 1 ? 1024 : degree * Share;

    /// <summary>One fact of a stream at a time, so that a live one is answered at once, unless several threads are to share it.</summary>
    public int StreamBatchSize => degree == 1 ? 1 : BatchSize;

    public void Judge<TFact>(Rule<TFact> rule, Batch<TFact> batch, DateOnly asOf, Memory<Verdict> verdicts)
        where TFact : class
    {
        if (!Shares(batch.Count))
        {
            Blocks.Judge(rule, batch[0, batch.Count], asOf, verdicts.Span, batch.Position, cancellation);
        }
        else if (!TryRun(
            batch.Count,
            (start, count) => Blocks.Judge(rule, batch[start, count], asOf, verdicts.Span.Slice(start, count), batch.Position + start, cancellation)))
        {
            Blocks.Judge(rule, batch[0, batch.Count], asOf, verdicts.Span, batch.Position, cancellation);
        }
    }

    public void Count<TFact>(Rule<TFact> rule, Batch<TFact> batch, DateOnly asOf, long[] counts)
        where TFact : class
    {
        var sums = new long[counts.Length];
        if (!Shares(batch.Count) || !TryRun(batch.Count, Share))
            Blocks.Count(rule, batch[0, batch.Count], asOf, counts, batch.Position, cancellation);
        else
            Add(sums, counts);

        void Share(int start, int count)
        {
            var mine = new long[sums.Length];
            Blocks.Count(rule, batch[start, count], asOf, mine, batch.Position + start, cancellation);
            lock (sums)
                Add(mine, sums);
        }
    }

    private bool Shares(int count) => degree > 1 && count > Share;

    /// <summary>Does every share of the work; <c>false</c> where one failed: done again in order, the failure is the first one's.</summary>
    private bool TryRun(int count, Action<int, int> work)
    {
        try
        {
            Parallel.For(0, (count + Share - 1) / Share, new() { MaxDegreeOfParallelism = degree, CancellationToken = cancellation },
                i => work(i * Share, Math.Min(Share, count - i * Share)));
            return true;
        }
        catch (AggregateException)
        {
            return false;
        }
    }

    private static void Add(long[] counts, long[] sums)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += counts[i];
    }
}
