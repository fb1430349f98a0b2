using AccountRules.Testing;
using AccountRules.Tests.Rules;
using Xunit.Abstractions;

namespace AccountRules.Tests.Mutation;

/// <summary>
/// The project's own tests of the catalogue, scored with the mutants of the documents' numbers and a key account's. Their expected values are written out
/// after the policy's text, so none comes from the policy that is mutated.
/// </summary>
public sealed class CatalogueMutationTests(ITestOutputHelper output)
{
    [Fact]
    public void TestsOfTheCatalogue_NoticeNearlyEveryMutant()
    {
        // One test of thousands of KPIs is slow, and tells of time.
        var result = PolicyMutation.Run(
            SamplePolicyTests.Sample,
            TestMethods.Of(
                typeof(FteFulfillmentTests), typeof(RegistryClosureTests), typeof(KpiAttainmentTests), typeof(KpiMonthTests), typeof(PerformancePayTests),
                typeof(ImprovementPlanTests), typeof(PaymentTests), typeof(CareerTests), typeof(RunningPeriodTests), typeof(SamplePolicyTests),
                typeof(ProgramUpdateTests), typeof(BcpTests), typeof(InteractionTests), typeof(BusinessReviewTests), typeof(RevenueGrowthTests),
                typeof(ShareOfWalletTests), typeof(SatisfactionTests), typeof(ServiceLevelTests), typeof(ServiceLevelsTests))
                .Where(c => !c.Name.EndsWith(nameof(KpiMonthTests.Month_WithThousandsOfKpisTwice_IsToldInTime), StringComparison.Ordinal)));

        output.WriteLine(result.ToString());
        Assert.InRange(result.Mutants.Count, 80, 300);
        Assert.Empty(result.NotRun);
        result.AtLeast(0.95m);
    }

    [Fact]
    public void SamplePolicy_HasTheSameKeyAccounts_AndLeavesNothingOpen()
    {
        var policy = Policy.Read(Path.Combine(Repository.Root, "samples", "northwind", "policy.json"));

        Assert.Equal(SamplePolicyTests.Sample.Terms.KeyAccount, policy.Terms.KeyAccount);
        Assert.All(policy.Rules, rule => Assert.Equal((null, null), (rule.Info.NotSet, rule.Info.NotSetForSome)));
    }
}
