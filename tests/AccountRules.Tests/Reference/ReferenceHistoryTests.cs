using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Reference;

/// <summary>What the reference evaluator says under several versions of a policy is what the rules say, each fact by itself and many together.</summary>
public sealed class ReferenceHistoryTests
{
    public static TheoryData<string> OnFacts => [.. ReferenceEvaluator.RulesOnFacts];

    [Fact]
    public void Rules_OfTheDocuments_AreAllRead() => Assert.Equal(
        Policy.Default.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal),
        ReferenceEvaluator.RulesOnFacts.Union(ReferenceEvaluator.RulesOnManyFacts).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(OnFacts))]
    public void Facts_OfAHistory_AreSaidAlike(string rule) => RuleCase.Of(rule).Accept(new OnEach());

    [Fact]
    public void KpiMonths_OfAHistory_AreSaidAlike() => Together(
        "kpi-attainment", "kpi-month", Groups.KpiResult, 40, c => c.History.KpiMonth.Assess(c.Facts, c.AsOf));

    [Fact]
    public void ServiceLevels_OfAHistory_AreSaidAlike() => Together(
        "service-level", "service-levels", ((RollUpCase<ServiceLevel>)ServiceLevelCase.All).Fact, 30, c => c.History.ServiceLevels.Assess(c.Facts, c.AsOf));

    [Fact]
    public void Tracks_OfAHistory_AreSaidAlike() => Together(
        "key-account", "key-account", Groups.AccountRevenue, 24, c => c.History.KeyAccount.Track(c.Facts, c.AsOf));

    [Fact]
    public void Pay_ByDays_IsSaidAlike() => Check.One(Generated.Cases(25), Prop.ForAll(
        HistoryCase<PayPeriod>.Any("performance-pay", [VersionTransition.ByDays, VersionTransition.ByDays, VersionTransition.ByEvaluationDate],
            AnyFact.PayPeriod, 60, Reach.Plain).ToArbitrary(),
        c => Same(c, c.Facts.SelectMany(fact => new ReferenceEvaluator(c.History).Compare(c.History.PerformancePay.Assess(fact, c.AsOf))))));

    private static void Together<TFact>(
        string judged, string rule, Func<PolicyTerms, DateOnly, Reach, Gen<TFact>> fact, int count, Func<HistoryCase<TFact>, IEnumerable<Assessment>> assess)
        where TFact : class => Check.One(Generated.Cases(15, rule), Prop.ForAll(
            HistoryCase<TFact>.Any(judged, Transitions.AdmittedFor(typeof(TFact)), fact, count, Reach.Plain).ToArbitrary(),
            c => Same(c, new ReferenceEvaluator(c.History).Compare(rule, c.Facts, assess(c), c.AsOf))));

    private static void Same<TFact>(HistoryCase<TFact> c, IEnumerable<ReferenceDifference> differences)
    {
        ReferenceDifference[] all = [.. differences];
        if (all.Length > 0)
            Assert.Fail(string.Join(Environment.NewLine, [c, .. c.Facts, .. all.Take(5)]));
    }

    private sealed class OnEach : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class => Check.One(Generated.Cases(3, rule.Id), Prop.ForAll(
                HistoryCase<TFact>.Any(rule.Id, Transitions.AdmittedFor(typeof(TFact)), rule.Fact, 100, Reach.Full).ToArbitrary(), c =>
                {
                    var (judge, reference) = (rule.Rule(c.History), new ReferenceEvaluator(c.History));
                    Same(c, c.Facts.SelectMany(fact => reference.Compare(judge.Assess(fact, c.AsOf))));
                }));
    }
}
