using AccountRules.Facts;
using AccountRules.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AccountRules.Tests.Mutation;

/// <summary>A run of mutants tells what checks notice, and what they do not.</summary>
public sealed class PolicyMutationTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    [Fact]
    public void ChecksAroundACut_NoticeItsMutants_AndNoOthers()
    {
        var result = PolicyMutation.Run(Policy.Default, [Attains("85", Standing.Missed), Attains("85.01", Standing.Met)], "kpi-attainment");

        // 0.85 to 0.8499 and to from 0.85: 85 % is met. To 0.8501: 85.01 % is missed. To 0.0085: all are met.
        Assert.Equal(
            [
                "kpiAttainment.above 0.85 -> 0.8499 is noticed by 85", "kpiAttainment.above 0.85 -> 0.8501 is noticed by 85.01",
                "kpiAttainment.above 0.85 -> 0.0085 is noticed by 85", "kpiAttainment.above above 0.85 -> from 0.85 is noticed by 85",
            ],
            result.Mutants.Select(m => m.ToString()));
        Assert.Equal((4, 1m), (result.Killed, result.Score));
    }

    [Fact]
    public void ChecksFarFromACut_LeaveSurvivors_WhichAreNamedWhereTheScoreIsAskedFor()
    {
        var result = PolicyMutation.Run(Policy.Default, [Attains("84", Standing.Missed), Attains("90", Standing.Met)], "kpi-attainment", "career");

        Assert.Equal(MutantFate.Killed, result.Mutants.Single(m => m.Mutant.Kind == MutationKind.Unit && m.Mutant.RuleIds.Contains("kpi-attainment")).Fate);
        Assert.Equal(
            [
                "no test notices kpiAttainment.above 0.85 -> 0.8499", "no test notices kpiAttainment.above 0.85 -> 0.8501",
                "no test notices kpiAttainment.above above 0.85 -> from 0.85", "no test asks for career: career.eligibleFromYears 3 -> 2",
            ],
            result.Survivors.Take(4).Select(s => s.ToString()));
        var e = Assert.Throws<PolicyAssertException>(() => result.AtLeast(0.95m));
        Assert.Contains("notice 1 of 9 mutants, 11.1 %; at least 95 % is asked for.\nno test notices kpiAttainment", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutant_OfAWeight_ChangesWithItsNeighbours_AndIsNeverSaidToBeEquivalent()
    {
        var policy = Policy.Parse("""{ "achievement": { "kpis": [ { "name": "a", "weight": 0.6 }, { "name": "b", "weight": 0.4 } ] } }""");

        var mutants = PolicyMutants.Of(policy).Where(m => m.Change.Path.StartsWith("achievement", StringComparison.Ordinal)).ToArray();

        Assert.Contains("achievement.kpis[a].weight 0.6 -> 0.5999, the next by so much the other way", mutants.Select(m => m.ToString()));
        Assert.All(mutants, m => Assert.False(m.IsEquivalent));
        var result = PolicyMutation.Run(policy, [new("plan", p => Assert.Equal(0.6m, p.Terms.Achievement.Kpis[0].Weight))]);
        Assert.Contains(result.Mutants, m => m.Mutant.Change.Path == "achievement.kpis[a].weight" && m.Fate == MutantFate.Killed);
    }

    [Fact]
    public void Mutant_OfTheFirstDay_IsADayEarlierOrLater_OrNone() => Assert.Equal(
        ["effectiveFrom 2026-03-01 -> 2026-02-28", "effectiveFrom 2026-03-01 -> 2026-03-02", "effectiveFrom 2026-03-01 -> not set"],
        PolicyMutants.Of(Policy.Parse("""{ "effectiveFrom": "2026-03-01" }""")).Take(3).Select(m => m.ToString()));

    [Fact]
    public void Mutants_OfAnOwnRule_FollowFromItsTerms() => Assert.Equal(
        [
            "own.limit 5 -> 4: own,own-all", "own.limit 5 -> 6: own,own-all", "own.limit 5 -> 35: own,own-all",
        ],
        PolicyMutants.Of(Changes.OwnRules.Policy(new())).Where(m => m.Change.Path.StartsWith("own.limit", StringComparison.Ordinal))
            .Select(m => $"{m}: {string.Join(',', m.RuleIds)}"));

    [Fact]
    public void Checks_ThatFailOnThePolicyItself_AreNamed_AndNoChecksAreRefused()
    {
        Assert.Contains(
            "1 checks fail on the policy itself; mend them first:\n85: expected Met, found Missed",
            Assert.Throws<PolicyAssertException>(() => PolicyMutation.Run(Policy.Default, [Attains("85", Standing.Met)])).Message, StringComparison.Ordinal);
        Assert.Throws<PolicyAssertException>(() => PolicyMutation.Run(Policy.Default, []));
        Assert.Throws<ArgumentException>(() => PolicyMutation.Run(Policy.Default, [Attains("85", Standing.Missed)], "no-such-rule"));
    }

    [Fact]
    public void TestMethods_OfAClass_AreRunWithTheirRows_AndWhatCannotRunSaysWhy()
    {
        var checks = TestMethods.Of(typeof(Sample));

        Assert.Equal(
            ["Sample.Inline(1, 2, Met)", "Sample.Inline(3, null, Late)", "Sample.Member(4)", "Sample.Member(5)", "Sample.Plain", "Sample.Skipped"],
            checks.Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            "is skipped: a test that its host leaves out, which a run of mutants is to name", Assert.Single(checks, c => c.WhyNotRun is not null).WhyNotRun);
        var result = PolicyMutation.Run(Policy.Default, checks, "fte-fulfillment");
        Assert.Equal((1, 4), (result.Checks.Count, result.NotAsking.Count));
        Assert.Equal(
            "Sample.Plain", result.Mutants.Single(m => m.Mutant.Change is { Path: "fteFulfillment.limitDays", New: "91" }).KilledBy);
        Assert.Null(PolicyUnderTest.Current);
    }

    [Fact]
    public void Assert_ThatFails_ShowsReasonAndMargin()
    {
        static string Message(Action assert) => Assert.Throws<PolicyAssertException>(assert).Message;
        var rule = Policy.Default.KpiAttainment;
        var (below, at) = (Message(() => PolicyAssert.Stands(rule, Result(84), AsOf, Standing.Met)), Message(() => PolicyAssert.Stands(
            rule, Result(85), AsOf, Standing.Met)));
        Assert.StartsWith("expected Met, found Missed: ", below, StringComparison.Ordinal);
        Assert.EndsWith(". 84 % is 1 point below the cut: Met is above 85 %.", below, StringComparison.Ordinal);
        Assert.EndsWith(". 85 % is the cut itself: Met is above it.", at, StringComparison.Ordinal);
        Assert.StartsWith(
            "expected due 2026-11-29, found due 2026-11-30: Order 1",
            Message(() => PolicyAssert.Stands(
                Policy.Default.FteFulfillment, new() { OrderId = "1", OrderedOn = new(2026, 9, 1) }, AsOf, Standing.AtRisk, dueOn: new(2026, 11, 29))),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "expected Full, 100 %, found Graded, Partial, 60 %: ",
            Message(() => PolicyAssert.Says(
                Policy.Default.PerformancePay.Assess(
                    new() { EmployeeId = "7", Period = Period.Month(2026, 10), Target = 10, Actual = 8, CommittedPay = 1 }, AsOf), "Full, 100 %")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void FactsAroundTheEdges_AreTheSameForASeed_AndHaveEveryBand()
    {
        var policy = SamplePolicyTests.Sample;
        Assert.Equal(PolicyFacts.FteOrders(policy, AsOf, 1).Take(50), PolicyFacts.FteOrders(policy, AsOf, 1).Take(50));
        Reaches(policy.FteFulfillment, PolicyFacts.FteOrders(policy, AsOf, 1), AsOf);
        Reaches(policy.RegistryClosure, PolicyFacts.RegistryItems(policy, AsOf, 1), AsOf);
        Reaches(policy.Payment, PolicyFacts.Invoices(policy, AsOf, 1), AsOf);
        Reaches(policy.Career, PolicyFacts.Employments(policy, AsOf, 1), AsOf);
        Reaches(policy.KpiAttainment, PolicyFacts.KpiResults(policy, AsOf, 1), AsOf);
        Reaches(policy.PerformancePay, PolicyFacts.PayPeriods(policy, AsOf, 1), AsOf);
        Reaches(policy.KeyAccount, PolicyFacts.Revenues(policy, AsOf, 1), AsOf);
        Assert.Throws<ArgumentException>(() => PolicyFacts.Revenues(Policy.Default, AsOf, 1));
        Assert.Contains(PolicyCases.Of(policy, "performance-pay"), row => row is ["performance-pay", "", "attainment", 0.8m, "Partial, 60 %"]);
    }

    [Fact]
    public void FixedClock_InAHost_IsThatDay()
    {
        using var provider = new ServiceCollection().AddAccountRules().AddFixedPolicyClock(AsOf).BuildServiceProvider();
        Assert.Equal(AsOf, provider.GetRequiredService<AccountRules.Hosting.PolicyClock>().Today);
    }

    [Fact]
    public void SameInDatabase_WhereARowDiffers_NamesItAndBothAnswers() => Assert.Equal(
        "Rule `r` by Grade, 1: memory says Met, the database says Late.",
        Assert.Throws<PolicyAssertException>(() => PolicyAssert.SameInDatabase(
            new DatabaseDifference { RuleId = "r", Verb = "Grade", Subject = "1", InMemory = "Met", InDatabase = "Late" })).Message);

    [Fact]
    public void PublicApi_OfTheTestingPackage_IsTheRecordedOne() => Approved.Matches(
        "tests/AccountRules.Tests/Mutation/PublicApi.txt", Architecture.PublicApi.Of(typeof(PolicyAssert).Assembly));

    private static void Reaches<TFact>(Rule<TFact> rule, IEnumerable<TFact> facts, DateOnly asOf)
        where TFact : class
    {
        var reached = facts.Take(300).Select(f => rule.Judge(f, asOf)).Where(v => v.Grade >= 0).Select(v => v.Grade).ToHashSet();
        Assert.Equal(rule.Grades.Count(g => !g.IsProvisional), reached.Count);
    }

    private static PolicyCheck Attains(string actual, Standing standing) =>
        new(actual, p => PolicyAssert.Stands(p.KpiAttainment, Result(Rules.Dated.Number(actual)), AsOf, standing));

    private static KpiResult Result(decimal actual) =>
        new() { EmployeeId = "7", Kpi = "calls", Period = Period.Month(2026, 10), Target = 100, Actual = actual };

    /// <summary>A class of tests as a host writes one; it is not public, so that only the test above runs it.</summary>
#pragma warning disable xUnit1000, CA1812, CA1034 // It is not run by xunit.
    private sealed class Sample
    {
        public static IEnumerable<object[]> Rows => [[4], [5]];

        [Fact]
        public async Task Plain()
        {
            await Task.Yield();
            var order = new FteOrder { OrderId = "1", OrderedOn = new(2026, 1, 1) };
            var rule = (PolicyUnderTest.Current ?? Policy.Default).FteFulfillment;
            Assert.Equal(Standing.Overdue, rule.Judge(order, new DateOnly(2026, 1, 1).AddDays(91)).Standing);
        }

        [Theory]
        [InlineData(1, 2, Standing.Met)]
        [InlineData(3, null, Standing.Late)]
        public void Inline(decimal number, int? other, Standing standing) => Assert.True(number > 0 && other is null or 2 && standing != Standing.Missed);

        [Theory]
        [MemberData(nameof(Rows))]
        public void Member(int value) => Assert.InRange(value, 4, 5);

        [Fact(Skip = "a test that its host leaves out, which a run of mutants is to name")]
        public void Skipped() => Assert.Fail("skipped");
    }
#pragma warning restore xUnit1000, CA1812, CA1034
}
