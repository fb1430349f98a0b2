namespace AccountRules.Evaluation;

/// <summary>Gathers a stream's facts until there are enough for a batch.</summary>
internal sealed class BatchBuffer<TFact>(int size)
    where TFact : class
{
    private readonly TFact[] facts = new TFact[size];
    private int count;
    private long position;

    /// <summary>The batch that the fact completes, good until the next fact comes.</summary>
    public Batch<TFact>? Add(TFact fact)
    {
        facts[count++] = fact;
        return count == size ? Take() : null;
    }

    /// <summary>The last facts, too few to complete a batch.</summary>
    public Batch<TFact>? Rest => count > 0 ? Take() : null;

    private Batch<TFact> Take()
    {
        Batch<TFact> batch = new(new(facts), 0, count, position);
        (position, count) = (position + count, 0);
        return batch;
    }
}
