using AccountRules.Testing;
using AccountRules.Tests.Rules;
using Xunit.Abstractions;

namespace AccountRules.Tests.Mutation;

/// <summary>
/// The project's own tests of the catalogue, scored with the mutants of the sample policy. Their expected values are written out after the policy's text, so
/// none comes from the policy that is mutated.
/// </summary>
public sealed class CatalogueMutationTests(ITestOutputHelper output)
{
    [Fact]
    public void TestsOfTheCatalogue_NoticeNearlyEveryMutantOfTheSamplePolicy()
    {
        var policy = Policy.Read(Path.Combine(Repository.Root, "samples", "northwind", "policy.json"));

        var result = PolicyMutation.Run(
            policy,
            TestMethods.Of(
                typeof(FteFulfillmentTests), typeof(RegistryClosureTests), typeof(KpiAttainmentTests), typeof(KpiMonthTests), typeof(PerformancePayTests),
                typeof(ImprovementPlanTests), typeof(PaymentTests), typeof(CareerTests), typeof(RunningPeriodTests), typeof(PayablesTests)));

        output.WriteLine(result.ToString());
        result.AtLeast(0.95m);
    }
}
