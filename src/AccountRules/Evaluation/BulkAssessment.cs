using AccountRules.Evaluation;

namespace AccountRules;

/// <summary>
/// A rule over many facts at once, or over a host's own entities where the rule is made with <c>For</c>: verdicts, counts, findings. One thread does the work
/// unless more are asked for; the results and their order are the same. Lists and arrays are read where they are and must not change meanwhile. Each fact is
/// judged by itself, so that one that comes twice has two answers, and is paid twice; <c>AssessOnce</c> tells it.
/// </summary>
public static partial class BulkAssessment
{
    /// <summary>Writes the verdict of each fact, in their order. Allocates nothing for a fact.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="verdicts">Where the verdicts go; at least as long as the facts.</param>
    /// <param name="cancellationToken">Stops the work; what was written by then stays.</param>
    /// <exception cref="ArgumentException">There is less room than facts, or a fact is <c>null</c>; the message says where.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static void Judge<TFact>(
        this Rule<TFact> rule, ReadOnlySpan<TFact> facts, DateOnly asOf, Span<Verdict> verdicts, CancellationToken cancellationToken = default)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        CheckRoom(facts.Length, verdicts.Length);
        using var trace = AccountRulesTelemetry.Bulk(rule, asOf);
        Blocks.Judge(rule, facts, asOf, verdicts, position: 0, cancellationToken);
        AccountRulesTelemetry.Done(trace, rule, facts.Length);
    }

    /// <summary>Writes the verdict of each fact, in their order, on several threads.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="verdicts">Where the verdicts go; at least as long as the facts.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once; -1 for one on each processor.</param>
    /// <param name="cancellationToken">Stops the work; what was written by then stays.</param>
    /// <exception cref="ArgumentException">There is less room than facts, or a fact is <c>null</c>; the message says where.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is 0, or below -1.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static void Judge<TFact>(
        this Rule<TFact> rule, ReadOnlyMemory<TFact> facts, DateOnly asOf, Memory<Verdict> verdicts, int degreeOfParallelism,
        CancellationToken cancellationToken = default)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        CheckRoom(facts.Length, verdicts.Length);
        using var trace = AccountRulesTelemetry.Bulk(rule, asOf);
        new Workers(degreeOfParallelism, cancellationToken).Judge(rule, new(new FactList<TFact>(facts)), asOf, verdicts);
        AccountRulesTelemetry.Done(trace, rule, facts.Length);
    }

    /// <summary>How many facts have each standing. Allocates nothing for a fact.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">A fact is <c>null</c>; the message says where.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static StandingCounts CountByStanding<TFact>(
        this Rule<TFact> rule, ReadOnlySpan<TFact> facts, DateOnly asOf, CancellationToken cancellationToken = default)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        var counts = new long[Standings.Count];
        using var trace = AccountRulesTelemetry.Bulk(rule, asOf);
        Blocks.Count(rule, facts, asOf, counts, position: 0, cancellationToken);
        AccountRulesTelemetry.Done(trace, rule, facts.Length);
        return new(counts);
    }

    /// <summary>How many facts of an array, a list or a stream have each standing. Allocates nothing for a fact.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once; -1 for one on each processor.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">A fact is <c>null</c>; the message says where.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is 0, or below -1.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static StandingCounts CountByStanding<TFact>(
        this Rule<TFact> rule, IEnumerable<TFact> facts, DateOnly asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(facts);
        var (workers, counts) = (new Workers(degreeOfParallelism, cancellationToken), new long[Standings.Count]);
        using var trace = AccountRulesTelemetry.Bulk(rule, asOf);
        foreach (var batch in Batches.Of(facts, listSize: int.MaxValue, workers.BatchSize))
            workers.Count(rule, batch, asOf, counts);

        AccountRulesTelemetry.Done(trace, rule, Sum(counts));
        return new(counts);
    }

    /// <summary>The assessment of each fact, in their order, as they are asked for.</summary>
    /// <inheritdoc cref="FindAll"/>
    public static IEnumerable<Assessment> Assess<TFact>(
        this Rule<TFact> rule, IEnumerable<TFact> facts, DateOnly asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
        where TFact : class =>
        Findings<TFact>.In(rule, facts, asOf, StandingSet.All, new(degreeOfParallelism, cancellationToken));

    /// <summary>
    /// The same where a fact may come twice: the first counts, and each that agrees with it in what tells facts apart (the subject, with the period, part and
    /// start that the shape says) is undetermined by <see cref="Cause.Duplicate"/>, and is paid nothing. A fact that nothing tells apart, such as one without
    /// its start, is a fact of its own. It keeps the key of each fact.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">The facts: an array, a list, or a stream.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <exception cref="ArgumentException">
    /// A fact is <c>null</c>, or the id of its subject, or its part's, is not clean (see <see cref="Ids"/>); the message says where. Thrown when it is reached.
    /// </exception>
    public static IEnumerable<Assessment> AssessOnce<TFact>(this Rule<TFact> rule, IEnumerable<TFact> facts, DateOnly asOf)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(facts);
        return Findings<TFact>.Once(rule, facts, asOf);
    }

    /// <summary>The assessments of the facts with one of the standings, in their order, as they are asked for.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">The facts: an array, a list, or a stream.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="standings">The standings wanted.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once; -1 for one on each processor.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">A fact is <c>null</c>; the message says where. Thrown when it is reached.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is 0, or below -1.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IEnumerable<Assessment> FindAll<TFact>(
        this Rule<TFact> rule, IEnumerable<TFact> facts, DateOnly asOf, ReadOnlySpan<Standing> standings, int degreeOfParallelism = 1,
        CancellationToken cancellationToken = default)
        where TFact : class =>
        Findings<TFact>.In(rule, facts, asOf, new(standings), new(degreeOfParallelism, cancellationToken));

    internal static long Sum(ReadOnlySpan<long> counts)
    {
        var sum = 0L;
        foreach (var count in counts)
            sum += count;

        return sum;
    }

    internal static void CheckRoom(int facts, int verdicts)
    {
        if (verdicts < facts)
        {
            throw new ArgumentException(
                $"There is room for {verdicts} verdicts and there are {facts} facts: give a buffer as long as the facts.", nameof(verdicts));
        }
    }
}
