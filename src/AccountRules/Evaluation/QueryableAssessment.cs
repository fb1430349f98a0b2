
namespace AccountRules;

/// <summary>
/// The verbs of <see cref="BulkAssessment"/> for a queryable: one over a collection in memory is assessed like the collection; a database's is refused, since
/// it would be read row by row.
/// Ask the database by <see cref="RuleQueries"/>, or say <c>AsEnumerable()</c> where the rows are to be read.
/// </summary>
public static class QueryableAssessment
{
    private const string Verbs = "Where, Grade or CountByStanding";

    /// <inheritdoc cref="BulkAssessment.Assess"/>
    /// <exception cref="ArgumentException">The facts are a query of a database; or a fact is <c>null</c>, thrown when it is reached.</exception>
    public static IEnumerable<Assessment> Assess<TFact>(
        this Rule<TFact> rule, IQueryable<TFact> facts, DateOnly asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
        where TFact : class =>
        rule.Assess(Known(rule, facts), asOf, degreeOfParallelism, cancellationToken);

    /// <inheritdoc cref="BulkAssessment.AssessOnce"/>
    /// <exception cref="ArgumentException">The facts are a query of a database; or a fact is <c>null</c>, thrown when it is reached.</exception>
    public static IEnumerable<Assessment> AssessOnce<TFact>(this Rule<TFact> rule, IQueryable<TFact> facts, DateOnly asOf)
        where TFact : class =>
        rule.AssessOnce(Known(rule, facts), asOf);

    /// <inheritdoc cref="BulkAssessment.FindAll"/>
    /// <exception cref="ArgumentException">The facts are a query of a database; or a fact is <c>null</c>, thrown when it is reached.</exception>
    public static IEnumerable<Assessment> FindAll<TFact>(
        this Rule<TFact> rule, IQueryable<TFact> facts, DateOnly asOf, ReadOnlySpan<Standing> standings, int degreeOfParallelism = 1,
        CancellationToken cancellationToken = default)
        where TFact : class =>
        rule.FindAll(Known(rule, facts), asOf, standings, degreeOfParallelism, cancellationToken);

    /// <summary>
    /// How many facts of a queryable in memory have each standing, on several threads. A database counts by <see cref="RuleQueries"/>, without a number of
    /// threads.
    /// </summary>
    /// <inheritdoc cref="BulkAssessment.CountByStanding{TFact}(Rule{TFact}, IEnumerable{TFact}, DateOnly, int, CancellationToken)"/>
    /// <exception cref="ArgumentException">The facts are a query of a database; or a fact is <c>null</c>.</exception>
    public static StandingCounts CountByStanding<TFact>(
        this Rule<TFact> rule, IQueryable<TFact> facts, DateOnly asOf, int degreeOfParallelism, CancellationToken cancellationToken = default)
        where TFact : class =>
        rule.CountByStanding(Known(rule, facts), asOf, degreeOfParallelism, cancellationToken);

    private static IEnumerable<TFact> Known<TFact>(Rule<TFact> rule, IQueryable<TFact> facts)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        return facts.InMemory(rule.Id, Verbs);
    }
}
