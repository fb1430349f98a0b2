using AccountRules.Facts;
using AccountRules.Tests.Rules;

namespace AccountRules.Tests.Basics;

/// <summary>Causes may be added at any time, such as by the rules of an assembly that is loaded later.</summary>
public sealed class CausesAddedLaterTests
{
    [Fact]
    public void Rule_ThatHasJudgedBeforeACauseWasAdded_CountsAfterwards()
    {
        var (rule, order, asOf) = (new Policy(new()).FteFulfillment, new FteOrder { OrderId = "1", OrderedOn = null }, Dated.Day("2026-12-31"));
        Assert.Equal(Cause.NoStart, rule.Judge(order, asOf).Cause);

        Cause.Of($"Added{Guid.NewGuid():N}", "came later");

        Assert.Equal(1, rule.CountByStanding([order], asOf)[Standing.Undetermined]);
    }
}
