using AccountRules.Evaluation;

namespace AccountRules;

/// <content>Over an asynchronous stream of facts: with one thread each fact is answered as it comes; with more, batches of them are.</content>
public static partial class BulkAssessment
{
    /// <summary>The assessment of each fact, in their order, as they are asked for.</summary>
    /// <inheritdoc cref="FindAll"/>
    public static IAsyncEnumerable<Assessment> AssessAsync<TFact>(
        this Rule<TFact> rule, IAsyncEnumerable<TFact> facts, DateOnly asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
        where TFact : class =>
        Findings<TFact>.In(rule, facts, asOf, StandingSet.All, degreeOfParallelism, cancellationToken);

    /// <inheritdoc cref="FindAll"/>
    public static IAsyncEnumerable<Assessment> FindAllAsync<TFact>(
        this Rule<TFact> rule, IAsyncEnumerable<TFact> facts, DateOnly asOf, ReadOnlySpan<Standing> standings, int degreeOfParallelism = 1,
        CancellationToken cancellationToken = default)
        where TFact : class =>
        Findings<TFact>.In(rule, facts, asOf, new(standings), degreeOfParallelism, cancellationToken);

    /// <inheritdoc cref="CountByStanding{TFact}(Rule{TFact}, IEnumerable{TFact}, DateOnly, int, CancellationToken)"/>
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

        AccountRulesTelemetry.Done(trace, rule, Sum(counts));
        return new(counts);
    }
}
