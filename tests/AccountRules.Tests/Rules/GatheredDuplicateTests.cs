using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>"A group that hangs on which of them is right is undetermined too": where it is graded, the value is the answer.</summary>
public sealed class GatheredDuplicateTests
{
    private static readonly DateOnly Day = new(2026, 7, 1);
    private static readonly Policy Told = new(new PolicyTerms().With(new SatisfactionTerms { MinResponses = 1 }));

    [Theory]
    [InlineData(5, 1, true)]
    [InlineData(1, 5, true)]
    [InlineData(5, 5, false)]
    public void Mean_ThatTwoScoresOfOneSurveyMakeAnother_IsADuplicate_WhicheverCameFirst(int first, int again, bool isDuplicate)
    {
        var a = Told.Satisfaction.Collect(Day).AddRange([Survey("s1", first), Survey("s1", again)]).Assess().Single();
        Assert.Equal(
            isDuplicate ? (Standing.Undetermined, Cause.Duplicate, (decimal?)null) : (Standing.Graded, Cause.None, first),
            (a.Standing, a.Cause, a.Value));
    }

    /// <summary>4 of one score, or 4 of two: the same mean, of another number of scores.</summary>
    [Fact]
    public void Mean_ThatIsTheSameOfMoreScores_IsADuplicateToo() => Assert.Equal(
        Cause.Duplicate, Told.Satisfaction.Collect(Day).AddRange([Survey("s1", 4), Survey("s2", 4), Survey("s2", null)]).Assess().Single().Cause);

    [Fact]
    public void Retention_ThatHangsOnWhichRevenueIsRight_IsADuplicate_AndStandsWhereItDoesNot()
    {
        AccountRevenue[] revenues = [Revenue("A", 1, 1), Revenue("B", 1, 1), Revenue("A", 2, 1)];
        Assert.Equal([Cause.Duplicate], Kept([.. revenues, Revenue("A", 2, 0)]));
        Assert.Equal([Cause.None], Kept([.. revenues, Revenue("A", 2, 7)]));

        static IEnumerable<Cause> Kept(AccountRevenue[] all) =>
            Tested.Policy.Retention.Collect(Day).AddRange(all).Assess().Where(a => a.Period == Period.Month(2026, 2)).Select(a => a.Cause);
    }

    /// <summary>What is met is the answer there, with either score.</summary>
    [Fact]
    public void Mean_ThatIsMetWithEitherScore_Stands()
    {
        var policy = new Policy(new PolicyTerms().With(new SatisfactionTerms { MinResponses = 1, From = 4 }));
        Assert.Equal(Standing.Met, policy.Satisfaction.Collect(Day).AddRange([Survey("s1", 4), Survey("s1", 5)]).Assess().Single().Standing);
        Assert.Equal(Cause.Duplicate, policy.Satisfaction.Collect(Day).AddRange([Survey("s1", 5), Survey("s1", 3)]).Assess().Single().Cause);
    }

    private static SurveyResponse Survey(string id, int? score) =>
        new() { SurveyId = id, AccountId = "A", Period = Period.Month(2026, 1), Score = score };

    private static AccountRevenue Revenue(string account, int month, int amount) =>
        new() { AccountId = account, Period = Period.Month(2026, month), Revenue = amount };
}
