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

    /// <summary>90 and 95 % are both paid in full; which of them was attained is what the row says.</summary>
    [Fact]
    public void Pay_ThatIsTheSameOfAnotherAttainment_IsADuplicate()
    {
        var result = new KpiResult { EmployeeId = "ann", Kpi = "sales", Period = Period.Month(2026, 1), Target = 100, Actual = 90 };
        var policy = new Policy(new PolicyTerms().With(new AchievementTerms { Kpis = [new() { Name = "sales", Weight = 1 }] }));
        var pay = policy.PlannedPay().Collect(Day)
            .AddRange([new PayPlan { EmployeeId = "ann", Period = result.Period, CommittedPay = 1000 }])
            .AddRange([result, result with { Actual = 95 }]);
        Assert.Equal((Cause.Duplicate, (decimal?)null), pay.Assess().Select(a => (a.Cause, a.Payable)).Single());
    }

    /// <summary>Above 9 the row is low with 1 as with 9, and which of them it says nobody knows.</summary>
    [Theory]
    [InlineData(1, "from 5: Undetermined, Duplicate")]
    [InlineData(9, "from 5: High; above 9: Low")]
    public void Curve_OfARowThatHangsOnWhichFactIsRight_HasADuplicateWhereverItIsGraded(int again, string expected)
    {
        var policy = new Policy(new PolicyTerms(RuleCatalogue.Documents.With(Sums)));
        var curve = new PolicyCurve(policy, "sums.from", 5, 20, Day);
        var sums = curve.Collect(policy.Rule(Sums));
        sums.Add(Survey("s1", 9));
        sums.Add(Survey("s1", again));
        var found = curve.Curves.Single();
        Assert.Equal(
            expected,
            string.Join("; ", found.Points.Select(p => $"{p}: {found.Outcomes.Zip(p.Counts).Single(c => c.Second > 0).First.Name}")));
    }

    private sealed record SumTerms
    {
        public static TermSection<SumTerms> Section { get; } = new TermSection<SumTerms>("sums", new())
            .Number("from", "The least of a high sum.", t => t.From, (t, from) => t with { From = from!.Value });

        public decimal From { get; init; } = 10;
    }

    private static RuleDeclaration<GatheredRule<Satisfaction>> Sums { get; } = RuleDeclaration.Of(
        new RuleInfo("sums") { Noun = "Scores of" },
        SumTerms.Section,
        (info, terms, _) => new GatheredRule<Satisfaction>(
            new TierRule<Satisfaction>(
                info, Measure.Amount<Satisfaction>(s => s.Sum), new Scale(Band.Lowest("Low"), Band.From(terms.From, "High")), Satisfaction.Shape),
            new FactGathering<Satisfaction>(facts =>
                [
                    new()
                    {
                        AccountId = facts.Group.Subject,
                        Period = facts.Group.Period!.Value,
                        Responses = 1,
                        Sum = facts.Of<SurveyResponse>().Sum(r => r.Score),
                    },
                ])
                .From(SurveyResponse.Shape, r => [new(r.AccountId ?? "", r.Period)])));

    private static SurveyResponse Survey(string id, int? score) =>
        new() { SurveyId = id, AccountId = "A", Period = Period.Month(2026, 1), Score = score };

    private static AccountRevenue Revenue(string account, int month, int amount) =>
        new() { AccountId = account, Period = Period.Month(2026, month), Revenue = amount };
}
