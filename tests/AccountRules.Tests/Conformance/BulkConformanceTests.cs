using AccountRules.Facts;
using Xunit.Abstractions;

namespace AccountRules.Tests.Conformance;

/// <summary>Facts assessed many at once: as a span, on several threads, found in a stream. More of them than are judged or counted in one go.</summary>
public sealed class BulkConformanceTests(ITestOutputHelper output) : ConformanceSuite(output)
{
    private const int Times = 3;

    protected override IReadOnlyList<Answer> Evaluate<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf)
    {
        TFact[] many = [.. Enumerable.Repeat(facts, Times).SelectMany(f => f)];
        var verdicts = new Verdict[many.Length];
        rule.Judge(many, asOf, verdicts);
        for (var i = 0; i < many.Length; i++)
            Assert.Equal(rule.Judge(many[i], asOf), verdicts[i]);

        var counts = rule.CountByStanding(many, asOf);
        Assert.Equal(verdicts.GroupBy(v => v.Standing).OrderBy(g => g.Key).Select(g => (g.Key, g.LongCount())), counts.Select(c => (c.Standing, c.Count)));
        var bands = rule.CountByBand(many, asOf);
        Assert.Equal(
            verdicts.GroupBy(v => (v.Standing, Band: v.Grade < 0 ? null : rule.Grades[v.Grade].Band)).ToDictionary(g => g.Key, g => g.LongCount()),
            bands.ToDictionary(c => (c.Standing, c.Band), c => c.Count));
        Assert.Equal(bands, rule.CountByBand(many.Select(f => f), asOf));
        Assert.Equal(counts, rule.CountByStanding(many.Select(f => f), asOf, degreeOfParallelism: 2));

        Standing[] wanted = [Standing.Undetermined, Standing.Overdue, Standing.Met, Standing.Graded];
        Assert.Equal(many.Select(f => rule.Assess(f, asOf)).Where(a => wanted.Contains(a.Standing)), rule.FindAll(many, asOf, wanted));
        return [.. rule.Assess(many.ToList(), asOf).Skip((Times - 1) * facts.Count).Select(Answer.Of)];
    }

    protected override IEnumerable<MonthAnswer> RollUp(Policy policy, IReadOnlyList<KpiResult> facts, DateOnly asOf) =>
        policy.KpiMonth.AssessSorted(facts.OrderBy(f => f.EmployeeId, StringComparer.Ordinal), asOf)
            .Select(MonthAnswer.Of);

    protected override IEnumerable<TrackAnswer> Track(Policy policy, IReadOnlyList<AccountRevenue> facts, DateOnly asOf) =>
        policy.KeyAccount.TrackSorted(facts.OrderBy(f => f.AccountId, StringComparer.Ordinal), asOf, facts.Select(f => f.Period)).Select(TrackAnswer.Of);
}
