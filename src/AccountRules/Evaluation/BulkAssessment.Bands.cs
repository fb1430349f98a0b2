using AccountRules.Evaluation;

namespace AccountRules;

/// <content>Counts by band.</content>
public static partial class BulkAssessment
{
    private const int JudgedAtOnce = 4096;

    /// <summary>
    /// How many facts of an array, a list or a stream have each standing and band, in the order of <see cref="Rule.Grades"/>, those without a band last.
    /// Allocates nothing for a fact. Each is judged by itself; what is provisional is counted with what stands. Where two counts are to be one, such as those
    /// of two partitions, add up what agrees in standing and band.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <exception cref="ArgumentException">A fact is <c>null</c>; the message says where.</exception>
    public static IReadOnlyList<BandCount> CountByBand<TFact>(this Rule<TFact> rule, IEnumerable<TFact> facts, DateOnly asOf)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(facts);
        var (verdicts, counts) = (new Verdict[JudgedAtOnce], new long[rule.Grades.Count + Standings.Count]);
        using var trace = AccountRulesTelemetry.Bulk(rule, asOf);
        foreach (var batch in Batches.Of(facts, listSize: JudgedAtOnce, streamSize: JudgedAtOnce))
        {
            var own = verdicts.AsSpan(0, batch.Count);
            Blocks.Judge(rule, batch[0, batch.Count], asOf, own, batch.Position, CancellationToken.None);
            foreach (var verdict in own)
                counts[verdict.Grade >= 0 ? verdict.Grade : rule.Grades.Count + (int)verdict.Standing]++;
        }

        AccountRulesTelemetry.Done(trace, rule, Sum(counts));
        return
        [
            .. counts.Select((count, i) => (Count: count, Standing: StandingAt(rule, i), Band: i < rule.Grades.Count ? rule.Grades[i].Band : null))
                .GroupBy(c => (c.Standing, c.Band), c => c.Count)
                .Select(g => new BandCount { Standing = g.Key.Standing, Band = g.Key.Band, Count = g.Sum() })
                .Where(c => c.Count > 0),
        ];
    }

    private static Standing StandingAt(Rule rule, int i) => i < rule.Grades.Count ? rule.Grades[i].Standing : (Standing)(i - rule.Grades.Count);
}
