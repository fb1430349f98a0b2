using AccountRules.Facts;
using AccountRules.Reference;
using static AccountRules.Tests.Rules.Dated;

namespace AccountRules.Tests.Reference;

/// <summary>The reference evaluator as its users meet it.</summary>
public sealed class ReferenceEvaluatorTests
{
    private static readonly DateOnly AsOf = Day("2026-11-26");

    private static readonly ReferenceEvaluator Documents = new(Policy.Default);

    private static readonly Policy Stricter = new(new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 51 }));

    private static readonly KpiResult[] Results =
    [
        new() { EmployeeId = "ann", Kpi = "calls", Period = Period.Month(2026, 9), Target = 100, Actual = 86 },
        new() { EmployeeId = "ann", Kpi = "calls", Period = Period.Month(2026, 10), Target = 100, Actual = 86 },
        new() { EmployeeId = "bob", Kpi = "calls", Period = Period.Month(2026, 10), Target = 100, Actual = 85 },
    ];

    [Theory]
    [InlineData("2026-08-28", Standing.AtRisk, "NearLimit", 90)]
    [InlineData("2026-08-27", Standing.Overdue, "OverLimit", 91)]
    public void FteOrder_OpenOnTheLimitAndPastIt_IsSaidWithItsDays(string ordered, Standing standing, string band, int days)
    {
        var answer = Documents.Assess("fte-fulfillment", Order(ordered), AsOf);
        Assert.Equal((standing, band, days, "1042"), (answer.Standing, answer.Band, answer.Days, answer.Key.Subject));
    }

    [Fact]
    public void PayPeriod_AtThePip_PaysNothingAndEntersIt()
    {
        var answer = Documents.Assess("performance-pay", Pay(35), AsOf);
        Assert.Equal((Standing.Graded, "Pip", 0m, "PIP"), (answer.Standing, answer.Band, answer.Payable, answer.Programme));
    }

    [Fact]
    public void KpiMonths_TwoInARow_HaveAStreak() => Assert.Equal(
        [("ann", "2026-09", Standing.Met, 1), ("ann", "2026-10", Standing.Met, 2), ("bob", "2026-10", Standing.Missed, 0)],
        Documents.AssessTogether("kpi-month", Results, AsOf).Select(a => (a.Key.Subject, a.Key.Period.ToString()!, a.Standing, a.Streak!.Value)));

    [Fact]
    public void Assessment_ByAnotherPolicy_IsToldFieldByField() => Assert.Equal(
        [
            "fte-fulfillment of 1042: Standing is Overdue, by the reference OnTrack.",
            "fte-fulfillment of 1042: Band is OverLimit, by the reference Clear.",
        ],
        Documents.Compare(Stricter.FteFulfillment.Assess(Order("2026-09-26"), AsOf)).Select(d => d.ToString()));

    [Fact]
    public void Pay_ByAnotherFactor_IsToldWithBothAmounts()
    {
        var pay = Policy.Default.Terms.PerformancePay;
        var kinder = new Policy(new PolicyTerms().With(pay with { Bands = [.. pay.Bands.Select(b => b.Name == "Full" ? b with { Factor = 1.05m } : b)] }));
        Assert.Equal(
            new ReferenceDifference("performance-pay", new("ann", Period.Month(2026, 10)), "Payable", "1050.00", "1000"),
            Assert.Single(Documents.Compare(kinder.PerformancePay.Assess(Pay(90), AsOf))) with { Found = "1050.00" });
    }

    [Fact]
    public void Rows_ThatAreLeftOutOrTooMany_AreTold()
    {
        var months = Policy.Default.KpiMonth.Assess(Results, AsOf).ToArray();
        Assert.Equal(
            ["kpi-month of bob in 2026-10: Row is nothing, by the reference Missed."],
            Documents.Compare("kpi-month", Results, months[..2], AsOf).Select(d => d.ToString()));
        Assert.Equal(
            ["kpi-month of ann in 2026-10: Streak is 2, by the reference 1.", "kpi-month of ann in 2026-09: Row is Met, by the reference nothing."],
            Documents.Compare("kpi-month", Results[1..], months, AsOf).Select(d => d.ToString()));
        Assert.Empty(Documents.Compare("kpi-month", Results, months, AsOf));
    }

    [Fact]
    public void Month_OfManyKpisThatCameTwice_IsReadAtOnce()
    {
        // Whichever of the copies is right: of 40 KPIs there are 2^40 choices.
        KpiResult[] twice =
        [
            .. Enumerable.Range(0, 40).Select(i => Results[0] with { Kpi = $"K{i}" }),
            .. Enumerable.Range(0, 40).Select(i => Results[0] with { Kpi = $"K{i}", Actual = 10 }),
        ];
        Assert.Equal(Standing.Undetermined, Assert.Single(Documents.AssessTogether("kpi-month", twice, AsOf)).Standing);
        Assert.Empty(Documents.Compare("kpi-month", twice, Policy.Default.KpiMonth.Assess(twice, AsOf), AsOf));
    }

    [Fact]
    public void Scores_ThatNoDecimalAddsUp_AreReadAsTheyAre()
    {
        SurveyResponse[] scores = [.. Enumerable.Range(0, 5).Select(i => new SurveyResponse
        {
            SurveyId = $"{i}", AccountId = "A", Period = Period.Month(2026, 9), Score = decimal.MaxValue,
        })];
        Assert.Empty(Documents.Compare("satisfaction", scores, Collected(Policy.Default.Satisfaction, scores), AsOf));
    }

    private static IEnumerable<Assessment> Collected<TRow>(GatheredRule<TRow> rule, IEnumerable<SurveyResponse> facts)
        where TRow : class
    {
        var collector = rule.Collect(AsOf);
        foreach (var fact in facts)
            collector.Add(fact);

        return collector.Assess();
    }

    [Fact]
    public void Rule_ThatIsNotRead_IsRefusedWithThoseThatAre()
    {
        var unknown = Assert.Throws<ArgumentException>(() => Documents.Assess("kpi-month", Results[0], AsOf));
        Assert.StartsWith("There is no reading of a rule `kpi-month` on each fact; there is of fte-fulfillment, ", unknown.Message, StringComparison.Ordinal);
        unknown = Assert.Throws<ArgumentException>(() => Documents.AssessTogether("payment", [], AsOf));
        Assert.StartsWith("There is no reading of a rule `payment` on many facts; there is of bcp-consistency, ", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fact_OfAnotherType_IsRefusedByName() => Assert.StartsWith(
        "Rule `payment` is read on Invoice, not on KpiResult.",
        Assert.Throws<ArgumentException>(() => Documents.Assess("payment", Results[0], AsOf)).Message, StringComparison.Ordinal);

    [Fact]
    public void RollUp_AsAnAssessmentByItself_IsRefused() => Assert.Contains(
        "compare all rows of the rule",
        Assert.Throws<ArgumentException>(() => Documents.Compare(Policy.Default.KpiMonth.Assess(Results, AsOf).First())).Message, StringComparison.Ordinal);

    private static FteOrder Order(string ordered) => new() { OrderId = "1042", AccountId = "ACME", OrderedOn = Day(ordered) };

    private static PayPeriod Pay(decimal actual) =>
        new() { EmployeeId = "ann", Period = Period.Month(2026, 10), Target = 100, Actual = actual, CommittedPay = 1000 };
}
