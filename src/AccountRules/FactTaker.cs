namespace AccountRules;

/// <summary>
/// Takes the facts of one rule one at a time, in any order, into what is to come of them: assessments (<see cref="Collector{TFact}"/>), an agenda, an account
/// report, the impact of a change of policy, or the curve of a term. For one thread at a time.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public abstract class FactTaker<TFact>
    where TFact : class
{
    private protected FactTaker()
    {
    }

    /// <summary>Takes in one fact. In a report, a fact that came before is undetermined, by <see cref="Cause.Duplicate"/>.</summary>
    /// <param name="fact">The fact; it must not change while what comes of it is read.</param>
    /// <exception cref="ArgumentNullException">The fact is <c>null</c>.</exception>
    /// <exception cref="ArgumentException">
    /// The id of its subject or account, where it is taken by these, is not clean (see <see cref="Ids"/>); the fact is not taken in.
    /// </exception>
    public abstract void Add(TFact fact);

    /// <summary>
    /// Takes in that a fact could not be read: see <see cref="Collector{TFact}.AddUnreadable"/>. Of a rule on each fact by itself it changes nothing.
    /// </summary>
    /// <param name="subject">Whom the fact is of; <c>null</c> where it may be of anybody.</param>
    public virtual void AddUnreadable(string? subject)
    {
    }
}
