using AccountRules.Expressions;

namespace AccountRules;

/// <summary>
/// Facts as they were known on a date: the second of their two times, which is asked before a rule judges them as of another. It chooses rows and reads
/// nothing of what a rule says, so that every verb over facts has it. Of the rows of one fact, which agree in what the shape tells facts apart by, the newest
/// that became known on or before the date is kept; a row that does not say when was always known, and is older than any that does. Rows of one fact that
/// became known on the same day are all kept, and are duplicates as ever; so are rows that nothing tells apart, such as those that lack their start.
/// <see cref="DateOnly.MaxValue"/> is a date on which all is known: the newest row of each fact. Queries have the same by <see cref="KnownQueries"/>.
/// </summary>
public static class KnownFacts
{
    /// <summary>The facts as they were known on a date, in their order.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule that is to judge them, which says what tells them apart; for a host's entity made with <c>For</c>.</param>
    /// <param name="facts">The facts; read once, when the first of what comes of them is asked for, and kept in memory.</param>
    /// <param name="date">The date; what became known on it is known.</param>
    /// <exception cref="InvalidOperationException">The mapping binds when a fact became known, and leaves out what tells facts apart.</exception>
    /// <exception cref="ArgumentException">A fact is <c>null</c>, thrown when it is reached.</exception>
    public static IEnumerable<TFact> AsKnownOn<TFact>(this Rule<TFact> rule, IEnumerable<TFact> facts, DateOnly date)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(facts);
        return KnownRows.Of(rule.Shape, $"Rule `{rule.Id}`", facts, date);
    }

    /// <summary>The same of facts by their shape, such as those that a <see cref="GatheredRule{TRow}"/> makes rows of.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="shape">Their shape.</param>
    /// <param name="facts">The facts; read once, when the first of what comes of them is asked for, and kept in memory.</param>
    /// <param name="date">The date; what became known on it is known.</param>
    /// <exception cref="ArgumentException">A fact is <c>null</c>, thrown when it is reached.</exception>
    public static IEnumerable<TFact> AsKnownOn<TFact>(this FactShape<TFact> shape, IEnumerable<TFact> facts, DateOnly date)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(facts);
        return KnownRows.Of(shape.Reader, $"The shape of {typeof(TFact).Name}", facts, date);
    }
}
