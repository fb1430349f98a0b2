using AccountRules.Facts;

namespace AccountRules.Tests.Reports;

/// <summary>
/// "A score if the terms set weights: a stated rule for missing parts, exact contributions that add up to the score, bands on it, trend and persistence." Every
/// number is worked out by hand, as of 2026-06-15.
/// </summary>
public sealed class ReportScoreTests
{
    private static readonly DateOnly AsOf = new(2026, 6, 15);

    /// <summary>Of three orders one is overdue; of three invoices two were paid in time.</summary>
    private static readonly FteOrder[] Orders =
    [
        Order("1", "ACME", 100), Order("2", "ACME", 80), Order("3", "ACME", 10), Order("4", "BETA", 10),
        new() { OrderId = "5", AccountId = "CODA", OrderedOn = null },
    ];

    private static readonly Invoice[] Invoices =
    [
        Invoice("1", AsOf.AddDays(-40), paidAfter: 0), Invoice("2", AsOf.AddDays(-30), paidAfter: -3), Invoice("3", AsOf.AddDays(-20), paidAfter: 1),
    ];

    /// <summary>A half of 2/3 and a half of 2/3 are 66.666…, which is 66.67; the parts are 33.33 and 33.34, and not twice 33.33.</summary>
    [Fact]
    public void Parts_OfAScoreWithoutEnd_AddUpToIt()
    {
        var score = Score("ACME", Weights(("fte-fulfillment", 0.5m), ("payment", 0.5m)))!;

        Assert.Equal(66.67m, score.Points);
        Assert.Equal([33.33m, 33.34m], score.Parts.Select(p => p.Points));
        Assert.Equal([(2, 1), (2, 1)], score.Parts.Select(p => ((int)p.InTime, (int)p.NotInTime)));
        Assert.Empty(score.Missing);
    }

    [Fact]
    public void Report_WithoutWeights_HasNoScore()
    {
        var report = Report(new());
        Assert.Null(report.All.Score);
        Assert.Null(report.Trend(report.All));
    }

    /// <summary>BETA has no invoice: its order is all that is known of it, 100; or half of the score; or nothing is known.</summary>
    [Theory]
    [InlineData(MissingPart.LeaveOut, 100.0, null)]
    [InlineData(MissingPart.CountAsNothing, 50.0, 0.0)]
    [InlineData(MissingPart.Undetermined, null, null)]
    public void Score_OfAnAccountWithoutAPart_FollowsTheTerms(MissingPart missing, double? points, double? payment)
    {
        var score = Score("BETA", Weights(("fte-fulfillment", 0.5m), ("payment", 0.5m)) with { Missing = missing })!;

        Assert.Equal((decimal?)points, score.Points);
        Assert.Equal((decimal?)payment, score.Parts[1].Points);
        Assert.Equal(["payment"], score.Missing);
        Assert.True(score.Parts[1].IsMissing);
    }

    /// <summary>All orders of all accounts: 3 in time, 1 not, 1 that has no date and is undetermined.</summary>
    [Theory]
    [InlineData(MissingPart.LeaveOut, 75.0)]
    [InlineData(MissingPart.CountAsNothing, 60.0)]
    [InlineData(MissingPart.Undetermined, null)]
    public void Undetermined_OfARule_CountsAsTheTermsSay(MissingPart missing, double? points) =>
        Assert.Equal((decimal?)points, Report(Weights(("fte-fulfillment", 1m)) with { Missing = missing }).All.Score!.Points);

    [Fact]
    public void Score_WithNothingKnown_IsNotKnown()
    {
        var score = Score("CODA", Weights(("fte-fulfillment", 0.5m), ("payment", 0.5m)))!;
        Assert.Null(score.Points);
        Assert.Null(score.Band);
        Assert.Equal(["fte-fulfillment", "payment"], score.Missing);
        Assert.Equal("no score; not known: fte-fulfillment and payment", score.ToString());
    }

    /// <summary>66.666… is below 66.67, though it is shown so: the exact score decides.</summary>
    [Theory]
    [InlineData("66.66", "High")]
    [InlineData("66.67", "Low")]
    [InlineData("66.6666666666666666666666666", "High")]
    [InlineData("66.6666666666666666666666667", "Low")]
    public void Band_OfAScore_IsThatOfTheExactOne(string from, string band)
    {
        var cut = decimal.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        var terms = Weights(("payment", 1m)) with { Bands = [new() { Name = "Low" }, new() { Name = "High", From = cut }] };
        Assert.Equal(band, Score("ACME", terms)!.Band);
    }

    [Fact]
    public void Band_FromExactlyTheScore_IsReached() => Assert.Equal(
        "Full", Score("BETA", Weights(("fte-fulfillment", 1m)) with { Bands = [new() { Name = "Low" }, new() { Name = "Full", From = 100 }] })!.Band);

    /// <summary>A sheet is scored by other terms without its facts: so a policy is tried while it is edited.</summary>
    [Fact]
    public void Score_ByOtherTerms_NeedsNoOtherReport()
    {
        var sheet = Report(Weights(("payment", 1m))).Account("ACME")!;
        Assert.Equal(66.67m, sheet.Score!.Points);
        Assert.Equal("66.67 of 100, Low", ReportScore.Of(sheet, Weights(("fte-fulfillment", 1m)) with { Bands = [new() { Name = "Low" }] })!.ToString());
    }

    /// <summary>May has ended and is missed in one of two; June runs and does not count.</summary>
    [Fact]
    public void Rule_OnPeriods_CountsTheNewestThatHasEnded()
    {
        ServiceLevel Level(string service, int month, decimal measured) => new()
        {
            AccountId = "ACME",
            Service = service,
            Period = Period.Month(2026, month),
            Agreed = 100,
            Measured = measured,
        };
        var report = AccountReport.Collect(Policy(Weights(("service-level", 1m))), AsOf)
            .AddRange([Level("a", 4, 100), Level("b", 4, 100), Level("a", 5, 100), Level("b", 5, 99), Level("a", 6, 99), Level("b", 6, 99)]).Report();
        Assert.Equal(50m, report.Account("ACME")!.Score!.Points);
    }

    /// <summary>Order 1 became overdue on day 91, 2026-06-06: on the last of May all three were in time, and on the last of April there was one.</summary>
    [Fact]
    public void Trend_OverDates_SaysTheScoreOfEachAndHowLongItsBandHasLasted()
    {
        var terms = Weights(("fte-fulfillment", 1m)) with { Bands = [new() { Name = "Low" }, new() { Name = "High", From = 70 }] };
        var dates = new AccountReportOptions { ScoredOn = [new(2026, 5, 31), new(2026, 1, 31), new(2026, 4, 30)] };
        var report = AccountReport.Collect(Policy(terms), AsOf, dates).AddRange(Orders).Report();
        var trend = report.Trend(report.Account("ACME")!)!;

        Assert.Equal(
            [new(new(2026, 1, 31), null, null), new(new(2026, 4, 30), 100, "High"), new(new(2026, 5, 31), 100, "High"), new(AsOf, 66.67m, "Low")],
            trend.Scores);
        Assert.Equal((-33.33m, 1), (trend.Change, trend.Lasting));
        var beta = report.Trend(report.Account("BETA")!)!;
        Assert.Equal((null, 1), (beta.Change, beta.Lasting));
    }

    [Fact]
    public void Trend_InOneBand_LastsForAllItsDates()
    {
        var terms = Weights(("fte-fulfillment", 1m)) with { Bands = [new() { Name = "Low" }, new() { Name = "High", From = 50 }] };
        var report = AccountReport.Collect(Policy(terms), AsOf, new() { ScoredOn = [new(2026, 5, 31), new(2026, 4, 30)] }).AddRange(Orders).Report();
        Assert.Equal(3, report.Trend(report.Account("ACME")!)!.Lasting);
    }

    /// <summary>14 days after an update it is overdue: at the end of January, not two days after the one of April, and again in June.</summary>
    [Fact]
    public void Trend_ThatComesBackToABand_LastsFromThenOn()
    {
        var terms = Weights(("progress-update", 1m)) with { Bands = [new() { Name = "Low" }, new() { Name = "High", From = 50 }] };
        var policy = new Policy(new PolicyTerms().With(terms).With(new ProgressUpdateTerms { EveryDays = 14 }));
        var report = AccountReport.Collect(policy, AsOf, new() { ScoredOn = [new(2026, 1, 31), new(2026, 4, 30)] })
            .AddRange([new Account { AccountId = "ACME", StartedOn = new(2026, 1, 1) }])
            .AddRange([new ProgressUpdate { AccountId = "ACME", SentOn = new(2026, 4, 28) }]).Report();
        var trend = report.Trend(report.Account("ACME")!)!;

        Assert.Equal(["Low", "High", "Low"], trend.Scores.Select(s => s.Band));
        Assert.Equal((-100m, 1), (trend.Change, trend.Lasting));
    }

    [Fact]
    public void ScoredOn_TheReportsOwnDate_IsRefused() =>
        Assert.Throws<ArgumentException>(() => AccountReport.Collect(AccountRules.Policy.Default, AsOf, new() { ScoredOn = [AsOf] }));

    [Fact]
    public void Document_WithWeightsThatCannotBe_NamesAllProblems()
    {
        var problems = Assert.Throws<PolicyException>(() => AccountRules.Policy.Parse("""
            { "accountReport": {
              "weights": [{ "rule": "payment", "weight": 0.5 }, { "rule": "payment", "weight": 0.4 }, { "rule": "pay", "weight": 0 }],
              "bands": [{ "name": "Low", "from": 10 }, { "name": "Low" }, { "name": "High", "from": 101 }]
            } }
            """)).Problems.Select(p => $"{p.Path}: {p.Found}; {p.Allowed}");
        Assert.Equal(
        [
            "$.accountReport.bands[0].from: 10; no from in the first band, which takes in all that lies below; leave it out, or put a lowest band before",
            "$.accountReport.bands[1].name: `Low` again; a name that no other band has",
            "$.accountReport.bands[1]: no from; from in every band but the first",
            "$.accountReport.bands[2].from: 101; above 0, up to 100",
            "$.accountReport.weights[1].rule: `payment` again; each rule once",
        ], problems.Where(p => !p.Contains("weights[2]", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static AccountReportTerms Weights(params (string Rule, decimal Weight)[] weights) =>
        new() { Weights = [.. weights.Select(w => new ReportWeightTerms { Rule = w.Rule, Weight = w.Weight })] };

    private static Policy Policy(AccountReportTerms terms) => new(new PolicyTerms().With(terms));

    private static AccountReport Report(AccountReportTerms terms) => AccountReport.Collect(Policy(terms), AsOf).AddRange(Orders).AddRange(Invoices).Report();

    private static ReportScore? Score(string account, AccountReportTerms terms) => Report(terms).Account(account)!.Score;

    private static FteOrder Order(string id, string account, int age) => new() { OrderId = id, AccountId = account, OrderedOn = AsOf.AddDays(-age) };

    private static Invoice Invoice(string id, DateOnly due, int paidAfter) =>
        new() { InvoiceId = id, AccountId = "ACME", DueOn = due, PaidOn = due.AddDays(paidAfter) };
}
