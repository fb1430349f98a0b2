using AccountRules.Facts;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace AccountRules.Tests.Conformance;

/// <summary>Facts assessed one by one, as most hosts do.</summary>
public sealed class AssessConformanceTests(ITestOutputHelper output) : ConformanceSuite(output)
{
    protected override (int Cases, int Facts) Extent => (Cases, FactsPerCase);

    protected override (int Results, int Revenues) Grouped => (40, 24);

    protected override IReadOnlyList<Answer> Evaluate<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf)
    {
        Assert.All(facts, fact => Assert.Equal(Answer.Of(rule, rule.Judge(fact, asOf)), Answer.Of(rule.Assess(fact, asOf)) with { Payable = null }));

        // Under a history the verdict is that of the version's own rule; else it is this rule's, grade and cause.
        if (!rule.IsVersioned)
            Assert.All(facts, fact => Assert.Equal(rule.Judge(fact, asOf), rule.Assess(fact, asOf).Verdict));

        return [.. facts.Select(fact => Answer.Of(rule.Assess(fact, asOf)))];
    }

    protected override IEnumerable<MonthAnswer> RollUp(Policy policy, IReadOnlyList<KpiResult> facts, DateOnly asOf) =>
        policy.KpiMonth.Assess(facts, asOf).Select(MonthAnswer.Of);

    protected override IEnumerable<TrackAnswer> Track(Policy policy, IReadOnlyList<AccountRevenue> facts, DateOnly asOf) =>
        policy.KeyAccount.Track(facts, asOf).Select(TrackAnswer.Of);

    public static TheoryData<string> RulesOfDays => [.. RuleCase.All.Where(c => c.CountsDays).Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(RulesOfDays))]
    public void Rule_GeneratedFacts_CountsTheDaysAndMarksTheFocusOfThePolicy(string rule) => RuleCase.Of(rule).Accept(new Measuring());

    private sealed class Measuring : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class =>
                Check.One(Generated.Cases(50, rule.Id), Prop.ForAll(Case<TFact>.Any(rule.Fact, 40, Reach.Full).ToArbitrary(), c =>
            {
                foreach (var one in c.Facts)
                {
                    var (expected, found) = (rule.Says(c.Policy.Terms, one, c.AsOf), rule.Rule(c.Policy).Assess(one, c.AsOf));
                    Assert.Equal((one, (decimal?)expected.Days, expected.Focus), (one, found.Value, found.Focus));
                }
            }));
    }
}
