using AccountRules.Facts;
using AccountRules.Tests.Generators;
using AccountRules.Tests.Oracle;
using FsCheck;
using FsCheck.Fluent;
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

    [Fact]
    public void FteFulfillment_GeneratedOrders_CountsTheDaysThatThePolicyCounts() => Measures(AnyFact.FteOrder, p => p.FteFulfillment, Policies.Says);

    [Fact]
    public void RegistryClosure_GeneratedItems_CountsTheDaysAndMarksTheFocusOfThePolicy() =>
        Measures(AnyFact.RegistryItem, p => p.RegistryClosure, Policies.Says);

    private static void Measures<TFact>(
        Func<Catalogue.PolicyTerms, DateOnly, Reach, Gen<TFact>> fact, Func<Policy, Rule<TFact>> rule,
        Func<Catalogue.PolicyTerms, TFact, DateOnly, Expected> says)
        where TFact : class =>
            Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(Case<TFact>.Any(fact, 20, Reach.Full).ToArbitrary(), c =>
        {
            foreach (var one in c.Facts)
            {
                var (expected, found) = (says(c.Policy.Terms, one, c.AsOf), rule(c.Policy).Assess(one, c.AsOf));
                Assert.Equal((one, (decimal?)expected.Days, expected.Focus), (one, found.Value, found.Focus));
            }
        }));
}
