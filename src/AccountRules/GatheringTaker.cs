namespace AccountRules;

/// <summary>
/// Takes the facts of a <see cref="GatheredRule{TRow}"/> one at a time, of all its types and in any order, whatever is to come of them. For one thread at a
/// time.
/// </summary>
public abstract class GatheringTaker
{
    private protected GatheringTaker()
    {
    }

    /// <summary>Takes in one fact.</summary>
    /// <typeparam name="TFact">The type of the fact: one that the rule takes.</typeparam>
    /// <param name="fact">The fact; it must not change while what comes of it is read.</param>
    /// <exception cref="ArgumentException">
    /// The rule takes no facts of the type, or the id of the fact's subject, or that of a group that it belongs to, is not clean (see <see cref="Ids"/>); the
    /// fact is not taken in.
    /// </exception>
    public abstract void Add<TFact>(TFact fact)
        where TFact : class;

    /// <summary>
    /// Takes in that a fact could not be read, but for what tells it apart: of the rows of its groups nothing is known for want of it. Where an id of these is
    /// not clean, it may be of anybody.
    /// </summary>
    /// <typeparam name="TFact">The type of the fact: one that the rule takes.</typeparam>
    /// <param name="fact">The fact, with what tells it apart.</param>
    public abstract void AddUnreadable<TFact>(TFact fact)
        where TFact : class;

    /// <summary>
    /// Takes in that a fact could not be read, nor all of what tells it apart: nothing is known of the groups of its subject, and of those whose facts are of
    /// many subjects.
    /// </summary>
    /// <param name="subject">
    /// Whom the fact is of; <c>null</c> where that could not be read either, so that it may belong to any group, as may one whose id is not clean.
    /// </param>
    public abstract void AddUnreadable(string? subject);
}
