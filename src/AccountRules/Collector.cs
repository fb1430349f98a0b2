using AccountRules.Gathering;

namespace AccountRules;

/// <summary>
/// Takes facts one at a time, in any order, and gives the assessments of what they make together. It keeps a few numbers of each fact, never the
/// fact. For one thread at a time.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public abstract class Collector<TFact> : FactTaker<TFact>
    where TFact : class
{
    private protected Collector()
    {
    }

    /// <summary>
    /// Takes in that a fact could not be read, and so is not absent: what it may belong to is not met for want of it, and has not left. Of a group with a
    /// missed fact it changes nothing.
    /// </summary>
    /// <param name="subject">
    /// Whom the fact is of; <c>null</c> where that could not be read either, so that it may be of anybody, as may one whose id is not clean.
    /// </param>
    public abstract override void AddUnreadable(string? subject);

    /// <summary>The assessments of all facts taken in so far, in a stable order.</summary>
    public abstract IEnumerable<Assessment> Assess();

    /// <summary>Forgets the facts.</summary>
    internal abstract void Clear();

    internal abstract string SubjectOf(TFact fact);

    /// <summary>The rule that its rows are of.</summary>
    internal abstract Rule Rule { get; }

    /// <summary>The order of its rows; what it takes for equal is one row on two dates, or under two policies.</summary>
    internal abstract Comparison<Assessment> Order { get; }

    /// <summary>Its rows over time up to the horizon, in groups that turn by themselves.</summary>
    internal abstract IEnumerable<RowsInTime> InTime();

    /// <summary>The assessments of those who have no fact and come between two subjects.</summary>
    internal virtual IEnumerable<Assessment> AssessAbsent(string? after, string? before) => [];

    /// <summary>Subject by subject: no more is kept than the facts of one make.</summary>
    internal IEnumerable<Assessment> AssessSorted(IEnumerable<TFact> facts)
    {
        string? subject = null;
        var index = 0L;
        foreach (var fact in facts)
        {
            var next = fact is null ? throw new ArgumentException($"The fact at index {index} is null: leave it out.") : SubjectOf(fact);
            var order = subject is null ? 0 : string.CompareOrdinal(subject, next);
            if (order > 0)
            {
                throw new ArgumentException(
                    $"`{next}` comes after `{subject}`, so the facts are not sorted by subject: sort them ordinally (StringComparer.Ordinal; "
                    + $"in SQL COLLATE \"C\"), or take them unsorted.",
                    nameof(facts));
            }

            if (order < 0)
            {
                foreach (var assessment in Assess())
                    yield return assessment;

                Clear();
            }

            if (subject is null || order < 0)
            {
                foreach (var assessment in AssessAbsent(subject, next))
                    yield return assessment;
            }

            UnreadFact.One(fact, Add, SubjectOf, Rule, index++);
            subject = next;
        }

        foreach (var assessment in Assess())
            yield return assessment;

        Clear();
        foreach (var assessment in AssessAbsent(subject, before: null))
            yield return assessment;
    }

    internal IEnumerable<Assessment> AssessAll(IEnumerable<TFact> facts)
    {
        UnreadFact.Each(facts, Add, SubjectOf, Rule);
        return Assess();
    }
}
