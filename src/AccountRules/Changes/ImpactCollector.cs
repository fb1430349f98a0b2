namespace AccountRules;

/// <summary>
/// Takes the facts of one rule into a <see cref="PolicyImpact"/> or a <see cref="PolicyCurve"/>, one at a time, in any order. For one thread at a time.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public abstract class ImpactCollector<TFact>
    where TFact : class
{
    private protected ImpactCollector()
    {
    }

    /// <summary>Takes in one fact; it is not kept by rules on each fact by itself.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="ArgumentNullException">The fact is <c>null</c>.</exception>
    public abstract void Add(TFact fact);

    /// <summary>
    /// Takes in that a fact could not be read: see <see cref="Collector{TFact}.AddUnreadable"/>. Of a rule on each fact by itself it changes nothing.
    /// </summary>
    /// <param name="subject">Whom the fact is of; <c>null</c> where it may be of anybody.</param>
    public virtual void AddUnreadable(string? subject)
    {
    }
}
