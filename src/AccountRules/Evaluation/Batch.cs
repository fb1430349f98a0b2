namespace AccountRules.Evaluation;

/// <summary>Some of the facts, in their order.</summary>
/// <param name="Facts">Where they are.</param>
/// <param name="From">The first one's index there.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Position">The first one's place among all of the caller's facts, counted from 0.</param>
internal readonly record struct Batch<TFact>(FactList<TFact> Facts, int From, int Count, long Position)
    where TFact : class
{
    public Batch(FactList<TFact> facts)
        : this(facts, 0, facts.Count, 0)
    {
    }

    public ReadOnlySpan<TFact> this[int start, int count] => Facts[From + start, count];
}
