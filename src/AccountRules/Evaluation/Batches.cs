namespace AccountRules.Evaluation;

/// <summary>Facts in batches, in their order: slices of a list, or a stream's next ones in an array that is used again for the batch after.</summary>
internal static class Batches
{
    public static IEnumerable<Batch<TFact>> Of<TFact>(IEnumerable<TFact> facts, int listSize, int streamSize)
        where TFact : class
    {
        if (FactList<TFact>.TryMake(facts, out var list))
        {
            for (var from = 0; from < list.Count; from += listSize)
                yield return new(list, from, Math.Min(listSize, list.Count - from), from);

            yield break;
        }

        var buffer = new BatchBuffer<TFact>(streamSize);
        foreach (var fact in facts)
        {
            if (buffer.Add(fact) is { } full)
                yield return full;
        }

        if (buffer.Rest is { } rest)
            yield return rest;
    }

    public static async IAsyncEnumerable<Batch<TFact>> Of<TFact>(
        IAsyncEnumerable<TFact> facts, int streamSize, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        where TFact : class
    {
        var buffer = new BatchBuffer<TFact>(streamSize);
        await foreach (var fact in facts.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (buffer.Add(fact) is { } full)
                yield return full;
        }

        if (buffer.Rest is { } rest)
            yield return rest;
    }
}
