using System.Runtime.CompilerServices;

namespace AccountRules.Evaluation;

/// <summary>Assesses batch by batch, and yields what is wanted of each before the next is begun.</summary>
internal static class Findings<TFact>
    where TFact : class
{
    public static IEnumerable<Assessment> In(Rule<TFact> rule, IEnumerable<TFact> facts, DateOnly asOf, StandingSet wanted, Workers workers)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(facts);
        return All();

        IEnumerable<Assessment> All()
        {
            var verdicts = new Verdict[workers.BatchSize];
            foreach (var batch in Batches.Of(facts, workers.BatchSize, workers.StreamBatchSize))
            {
                workers.Judge(rule, batch, asOf, verdicts);
                for (var i = 0; i < batch.Count; i++)
                {
                    if (wanted.Contains(verdicts[i].Standing))
                        yield return new(rule, batch[i, 1][0], asOf, verdicts[i]);
                }
            }
        }
    }

    /// <summary>All of them, with a fact that came before undetermined.</summary>
    public static IEnumerable<Assessment> Once(Rule<TFact> rule, IEnumerable<TFact> facts, DateOnly asOf)
    {
        var (seen, index) = (new HashSet<FactKey>(), 0L);
        foreach (var assessment in In(rule, facts, asOf, StandingSet.All, new(degreeOfParallelism: 1, CancellationToken.None)))
        {
            var identity = rule.Shape.IdentityOf((TFact)assessment.Judged);
            if (identity is { } id && Ids.Fault(id.Subject, id.Part) is { } fault)
                throw new ArgumentException(UnreadFact.Unclean(fault, index));

            index++;
            yield return identity is { } key && !seen.Add(key)
                ? new(rule, assessment.Judged, asOf, rule.VerdictOf(-Cause.Duplicate.Number))
                : assessment;
        }
    }

    public static IAsyncEnumerable<Assessment> In(
        Rule<TFact> rule, IAsyncEnumerable<TFact> facts, DateOnly asOf, StandingSet wanted, int degreeOfParallelism, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(facts);
        _ = new Workers(degreeOfParallelism, cancellation);
        return All(cancellation);

        async IAsyncEnumerable<Assessment> All([EnumeratorCancellation] CancellationToken stop)
        {
            var workers = new Workers(degreeOfParallelism, stop);
            var verdicts = new Verdict[workers.StreamBatchSize];
            await foreach (var batch in Batches.Of(facts, workers.StreamBatchSize, stop).ConfigureAwait(false))
            {
                workers.Judge(rule, batch, asOf, verdicts);
                for (var i = 0; i < batch.Count; i++)
                {
                    if (wanted.Contains(verdicts[i].Standing))
                        yield return new(rule, batch[i, 1][0], asOf, verdicts[i]);
                }
            }
        }
    }
}
