using AccountRules.Evaluation;

namespace AccountRules;

/// <summary>A rule over an asynchronous stream of facts. With one thread each fact is answered as it comes; with more, batches of them are.</summary>
public static class BulkAssessmentAsync
{
    /// <summary>The assessment of each fact, in their order, as they are asked for.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once; -1 for one on each processor.</param>
    /// <param name="cancellationToken">Stops the stream and the work.</param>
    /// <exception cref="ArgumentException">A fact is <c>null</c>; the message says where. Thrown when it is reached.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is 0, or below -1.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IAsyncEnumerable<Assessment> AssessAsync<TFact>(
        this Rule<TFact> rule, IAsyncEnumerable<TFact> facts, DateOnly asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
        where TFact : class =>
        Findings<TFact>.In(rule, facts, asOf, StandingSet.All, degreeOfParallelism, cancellationToken);

    /// <summary>The assessments of the facts with one of the standings, in their order, as they are asked for.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="standings">The standings wanted.</param>
    /// <exception cref="ArgumentException">A fact is <c>null</c>; the message says where. Thrown when it is reached.</exception>
    public static IAsyncEnumerable<Assessment> FindAsync<TFact>(
        this Rule<TFact> rule, IAsyncEnumerable<TFact> facts, DateOnly asOf, params ReadOnlySpan<Standing> standings)
        where TFact : class =>
        rule.FindAsync(facts, asOf, standings, degreeOfParallelism: 1);

    /// <summary>The assessments of the facts with one of the standings, in their order, as they are asked for, on several threads or cancellable.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="standings">The standings wanted.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once; -1 for one on each processor.</param>
    /// <param name="cancellationToken">Stops the stream and the work.</param>
    /// <exception cref="ArgumentException">A fact is <c>null</c>; the message says where. Thrown when it is reached.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is 0, or below -1.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IAsyncEnumerable<Assessment> FindAsync<TFact>(
        this Rule<TFact> rule, IAsyncEnumerable<TFact> facts, DateOnly asOf, ReadOnlySpan<Standing> standings, int degreeOfParallelism,
        CancellationToken cancellationToken = default)
        where TFact : class =>
        Findings<TFact>.In(rule, facts, asOf, new(standings), degreeOfParallelism, cancellationToken);

    /// <summary>How many facts have each standing.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once; -1 for one on each processor.</param>
    /// <param name="cancellationToken">Stops the stream and the work.</param>
    /// <exception cref="ArgumentException">A fact is <c>null</c>; the message says where.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is 0, or below -1.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static async Task<StandingCounts> CountByStandingAsync<TFact>(
        this Rule<TFact> rule, IAsyncEnumerable<TFact> facts, DateOnly asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(facts);
        var (workers, counts) = (new Workers(degreeOfParallelism, cancellationToken), new long[Standings.Count]);
        using var trace = AccountRulesTelemetry.Bulk(rule, asOf);
        await foreach (var batch in Batches.Of(facts, workers.BatchSize, cancellationToken).ConfigureAwait(false))
            workers.Count(rule, batch, asOf, counts);

        AccountRulesTelemetry.Done(trace, rule, BulkAssessment.Sum(counts));
        return new(counts);
    }
}
