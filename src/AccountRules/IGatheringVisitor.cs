namespace AccountRules;

/// <summary>Takes the sources of a gathering with the type of what they take in.</summary>
/// <typeparam name="TResult">What it makes of a source.</typeparam>
public interface IGatheringVisitor<out TResult>
{
    /// <summary>Takes a source.</summary>
    /// <typeparam name="TFact">The type of what it takes in.</typeparam>
    /// <param name="source">The source.</param>
    TResult Source<TFact>(GatheringSource source)
        where TFact : class;
}
