using AccountRules.Facts;
using Xunit.Abstractions;

namespace AccountRules.Tests.Conformance;

/// <summary>Facts assessed one by one, as most hosts do.</summary>
public sealed class AssessConformanceTests(ITestOutputHelper output) : ConformanceSuite(output)
{
    protected override IReadOnlyList<Answer> Evaluate<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf)
    {
        Assert.All(facts, fact => Assert.Equal(rule.Judge(fact, asOf), rule.Assess(fact, asOf).Verdict));
        return [.. facts.Select(fact => Answer.Of(rule.Assess(fact, asOf)))];
    }

    protected override IEnumerable<MonthAnswer> RollUp(Policy policy, IReadOnlyList<KpiResult> facts, DateOnly asOf) =>
        policy.KpiMonth.Assess(facts, asOf).Select(a => new MonthAnswer(a.Subject, a.Period!.Value, a.Standing, a.Streak));

    protected override IEnumerable<TrackAnswer> Track(Policy policy, IReadOnlyList<AccountRevenue> facts, DateOnly asOf) =>
        policy.KeyAccount.Track(facts, asOf).Select(TrackAnswer.Of);
}
