namespace AccountRules;

/// <summary>
/// Takes facts one at a time, in any order, and gives the assessments of what they make together. It keeps a few numbers of each fact, never the
/// fact. For one thread at a time.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public abstract class Collector<TFact>
    where TFact : class
{
    private protected Collector()
    {
    }

    /// <summary>Takes in one fact.</summary>
    /// <param name="fact">The fact.</param>
    public abstract void Add(TFact fact);

    /// <summary>The assessments of all facts taken in so far, in a stable order.</summary>
    public abstract IEnumerable<Assessment> Assess();

    internal IEnumerable<Assessment> AssessAll(IEnumerable<TFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        foreach (var fact in facts)
            Add(fact);

        return Assess();
    }
}
