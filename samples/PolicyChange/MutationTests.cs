using AccountRules.Testing;
using Xunit.Abstractions;

namespace PolicyChange;

/// <summary>How good the tests above are: every small mistake in the terms of the rules that change must make one of them fail.</summary>
public class MutationTests(ITestOutputHelper output)
{
    [Fact]
    public void Tests_OfTheProposedPolicy_NoticeItsMutants()
    {
        var result = PolicyMutation.Run(
            Policies.Proposed, TestMethods.Of(typeof(EdgeTests), typeof(PayTests)), "fte-fulfillment", "kpi-attainment", "performance-pay");

        output.WriteLine(result.ToString());
        result.AtLeast(0.95m);
    }
}
