using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>KPI achievement decides performance-linked pay (key-account-manager, PLP table).</summary>
public sealed class PerformancePayTests
{
    private static TierRule<PayPeriod> Rule => Tested.Policy.PerformancePay;

    [Theory]
    [InlineData("0", "Pip", "0")]
    [InlineData("-5", "Pip", "0")]
    [InlineData("34.99", "Pip", "0")]
    [InlineData("35", "Pip", "0")]
    [InlineData("35.00000000000000000000000001", "Low", "400")]
    [InlineData("35.01", "Low", "400")]
    [InlineData("59.99", "Low", "400")]
    [InlineData("60", "Low", "400")]
    [InlineData("60.00000000000000000000000001", "Partial", "600")]
    [InlineData("60.01", "Partial", "600")]
    [InlineData("79.99", "Partial", "600")]
    [InlineData("80", "Partial", "600")]
    [InlineData("80.00000000000000000000000001", "Full", "1000")]
    [InlineData("80.01", "Full", "1000")]
    [InlineData("82", "Full", "1000")]
    [InlineData("99.99", "Full", "1000")]
    [InlineData("100", "Full", "1000")]
    [InlineData("100.0000000000000000000000001", "Over", "1100")]
    [InlineData("100.01", "Over", "1100")]
    [InlineData("79228162514264337593543950335", "Over", "1100")]
    public void Achievement_OfAHundred_PaysByTheTable(string actual, string band, string payable)
    {
        var a = Rule.Assess(Pay("100", actual, "1000"));
        Assert.Equal((Standing.Graded, band, (decimal?)Dated.Number(payable)), (a.Standing, a.Band, a.Payable));
        Assert.Equal(string.Equals(band, "Pip", StringComparison.Ordinal) ? "PIP" : null, a.Programme);
    }

    [Theory]
    [InlineData("Over", "1.10")]
    [InlineData("Full", "1.00")]
    [InlineData("Partial", "0.60")]
    [InlineData("Low", "0.40")]
    [InlineData("Pip", "0")]
    public void Band_OfTheTable_HasItsFactor(string band, string factor) =>
        Assert.Equal(Dated.Number(factor), Rule.Scale!.Single(b => string.Equals(b.Name, band, StringComparison.Ordinal)).Factor);

    [Theory]
    [InlineData("3", "1", "Pip")]        // 1/3
    [InlineData("3", "2", "Partial")]    // 2/3
    [InlineData("5", "3", "Low")]        // exactly 60 %
    [InlineData("5", "4", "Partial")]    // exactly 80 %
    [InlineData("20", "7", "Pip")]       // exactly 35 %
    [InlineData("7", "7", "Full")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335", "Full")]
    [InlineData("79228162514264337593543950334", "79228162514264337593543950335", "Over")]
    public void Ratio_OnATableEnd_BelongsToTheBandBelow(string target, string actual, string band) =>
        Assert.Equal(band, Rule.Assess(Pay(target, actual, "1000")).Band);

    [Theory]
    [InlineData("0.01", 0, "0")]         // 0.004
    [InlineData("0.0125", 0, "0.01")]    // 0.005
    [InlineData("33.3375", 0, "13.34")]  // 13.335
    [InlineData("33.3374", 0, "13.33")]
    [InlineData("33.3375", 1, "13.34")]  // to even: 13.335 to 13.34
    [InlineData("33.3125", 1, "13.32")]  // 13.325 to 13.32
    [InlineData("33.3126", 1, "13.33")]
    [InlineData("33.3499", 2, "13.33")]
    [InlineData("33.3251", 3, "13.34")]  // up: 13.33004
    [InlineData("33.325", 3, "13.33")]
    [InlineData("33.3499", 4, "13.33")]  // down
    public void Payable_PastTheLastPlace_IsRoundedOnceAsTheTermsSay(string committed, int rounding, string payable)
    {
        var rule = new Policy(new PolicyTerms().With(new PerformancePayTerms { Rounding = (PayRounding)rounding })).PerformancePay;
        Assert.Equal(Dated.Number(payable), rule.Assess(Pay("100", "50", committed)).Payable);
    }

    /// <summary>"Rounded once at the end (2 places, half away from zero)", of the document's own terms.</summary>
    [Theory]
    [InlineData("33.3125", "13.33")]    // 13.325, which is 13.32 to even
    [InlineData("33.3374", "13.33")]    // 13.33496, which is 13.34 rounded up
    [InlineData("33.3375", "13.34")]    // 13.335
    public void Payable_ByTheDocument_IsRoundedHalfAwayFromZero(string committed, string payable) =>
        Assert.Equal(Dated.Number(payable), Rule.Assess(Pay("100", "50", committed)).Payable);

    [Theory]
    [InlineData(0, "1235")]
    [InlineData(1, "1234.6")]
    [InlineData(3, "1234.568")]
    [InlineData(10, "1234.567890125")]
    public void Payable_WithOtherPlaces_IsRoundedToThem(int decimals, string payable)
    {
        var rule = new Policy(new PolicyTerms().With(new PerformancePayTerms { Decimals = decimals })).PerformancePay;
        Assert.Equal(Dated.Number(payable), rule.Assess(Pay("100", "90", "1234.567890125")).Payable);
    }

    [Theory]
    [InlineData("100.75", 1, 30, 2, PayRounding.HalfAwayFromZero, null, "2.02")]       // 2.015
    [InlineData("100.75", 1, 30, 2, PayRounding.HalfToEven, null, "2.02")]
    [InlineData("100.75", 1, 30, 2, PayRounding.TowardZero, null, "2.01")]
    [InlineData("1000000", 1, 12, 0, PayRounding.TowardZero, null, "50000")]
    [InlineData("1000000", 1, 12, 0, PayRounding.Up, null, "50000")]
    [InlineData("1000000", 16, 31, 2, PayRounding.HalfAwayFromZero, null, "309677.42")]   // 309677.419…
    [InlineData("1000000", 16, 31, 2, PayRounding.Down, null, "309677.41")]
    [InlineData("1000000", 0, 31, 2, PayRounding.Up, null, "0.00")]
    [InlineData("1000000", 31, 31, 2, PayRounding.Up, null, "600000.00")]
    [InlineData("100.04", null, null, 2, PayRounding.HalfAwayFromZero, "0.05", "60.00")]  // 60.024
    [InlineData("100.05", null, null, 2, PayRounding.HalfAwayFromZero, "0.05", "60.05")]  // 60.03
    [InlineData("1041.66", null, null, 2, PayRounding.HalfAwayFromZero, "10", "620.00")]  // 624.996
    [InlineData("1041.67", null, null, 2, PayRounding.HalfAwayFromZero, "10", "630.00")]  // 625.002
    [InlineData("1000.01", 1, 12, 2, PayRounding.Up, "0.05", "50.05")]                    // 50.0005
    [InlineData("999.99", 1, 12, 2, PayRounding.Down, "0.05", "49.95")]                   // 49.9995
    [InlineData("1000", 1, 12, 2, PayRounding.HalfToEven, "20", "40.00")]                 // 50, half of 40 and 60
    public void Payable_OfAShareAtSixtyPercent_IsRoundedOnce(
        string committed, int? share, int? of, int decimals, PayRounding rounding, string? increment, string payable)
    {
        var rule = new Policy(
            new PolicyTerms().With(
                new PerformancePayTerms { Decimals = decimals, Rounding = rounding, Increment = Dated.NumberOrNone(increment) })).PerformancePay;
        var fact = Pay("100", "70", committed) with { Share = share, ShareOf = of };
        Assert.Equal(payable, rule.Assess(fact).Payable?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(
            payable,
            rule.Pay(new[] { fact }.AsQueryable(), Dated.Day("2026-04-01")).Single().Payable?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(null, 31)]
    [InlineData(1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, -31)]
    [InlineData(-1, -31)]
    [InlineData(-1, 31)]
    [InlineData(32, 31)]
    public void Share_ThatIsNoPartOfAWhole_IsUndeterminedAndSaysWhy(int? share, int? of)
    {
        var a = Rule.Assess(Pay("100", "70", "1000") with { Share = share, ShareOf = of });
        Assert.Equal((Standing.Undetermined, Cause.ImpossibleShare, null), (a.Standing, a.Cause, a.Payable));
        Assert.Contains("such as 16 of 31", a.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", "$.revenueGrowth.benchmark: 5 asks that it more than doubles, growth above 500 %; 5 % is written 0.05.")]
    [InlineData("1", null)]
    public void ABenchmark_ThatMayBeAPercentage_IsRemarkedWithWhatToWrite(string benchmark, string? remark) =>
        Assert.Equal(
            remark is null ? [] : [remark],
            Policy.Parse("{\"revenueGrowth\":{\"benchmark\":" + benchmark + "}}").Remarks.Select(r => r.ToString()));

    [Fact]
    public void Factors_ThatFallWhileAttainmentRises_AreRemarkedWithTheirPath()
    {
        var policy = Policy.Parse(
            """{ "performancePay": { "bands": [{ "name": "Pip", "programme": "PIP" }, { "name": "Low", "above": 0.35, "factor": """
            + """0.6 }, { "name": "Full", "above": 0.8, "factor": 0.5 }] } }""");
        Assert.Equal(
            ["$.performancePay.bands[2].factor: band `Full` pays 50 % and band `Low` below it 60 %, so that who attains more is paid less: "
                + "look at both factors."],
            policy.Remarks.Select(r => r.ToString()));
        Assert.Empty(Policy.Default.Remarks);
    }

    [Fact]
    public void Increment_WithAsManyPlacesAsDecimals_IsReadAndWritten()
    {
        var policy = Policy.Parse("""{ "performancePay": { "increment": 0.050, "rounding": "up" } }""");
        Assert.Equal(60.05m, policy.PerformancePay.Assess(Pay("100", "70", "100.01")).Payable);
        Assert.Equal(policy, Policy.Parse(AccountRules.Documents.PolicyDocument.Write(policy)));
    }

    [Theory]
    [InlineData("0.6666666666666666666666666666", "Full")]
    [InlineData("0.6666666666666666666666666667", "Over")]   // above two thirds; a quotient rounded to so many digits would be equal to it
    public void Band_AtAShareOfTheTargetWithoutEnd_IsExact(string actual, string band)
    {
        var fact = Pay("1", actual, "1000") with { TargetShare = 2, TargetShareOf = 3 };
        Assert.Equal(band, Rule.Assess(fact).Band);
        Assert.Equal(band, Rule.Assess(fact with { TargetShare = 1_000_000_000, TargetShareOf = 1_500_000_000 }).Band);
    }

    [Fact]
    public void Share_OfTargetAndPay_AreApart()
    {
        // 16 of 31 days of 3100 are 1600: 1280 is 80 %, which pays 60 % of 16/31 of 3100.
        var a = Rule.Assess(Pay("3100", "1280", "3100") with { Share = 16, ShareOf = 31, TargetShare = 16, TargetShareOf = 31 });
        Assert.Equal(("Partial", (decimal?)960m), (a.Band, a.Payable));
        Assert.Equal(
            "Employee 7 in 2026-10 attained 80 % of 16/31 of the target: Partial, paid at 60 %, 960.00 of 16/31 of 3100.00.".Replace(
                "7 in 2026-10", $"{a.Subject} in {a.Period}", StringComparison.Ordinal),
            a.Reason);
        Assert.Equal(["actual", "target", "targetShare", "targetShareOf", "pay", "share", "shareOf"], a.ToRecord().Inputs.Select(i => i.Name));
        Assert.Equal(Cause.ImpossibleTargetShare, Rule.Assess(Pay("1", "1", "1") with { TargetShare = 1 }).Cause);
    }

    [Fact]
    public void Reason_OfAShare_NamesIt() => Assert.Equal(
        "Employee ann in 2026-Q1 attained 70 %: Partial, paid at 60 %, 2.02 of 1/30 of 100.75.",
        Rule.Assess(Pay("100", "70", "100.75") with { Share = 1, ShareOf = 30 }).Reason);

    [Theory]
    [InlineData("79228162514264337593543950335", "200")]
    [InlineData("79228162514264337593543950335", "1")]    // whatever the band
    [InlineData("720256022856948523577672276", "200")]    // times 1.1, with two places
    public void Pay_TooLargeToState_IsUndetermined(string committed, string actual)
    {
        var a = Rule.Assess(Pay("100", actual, committed));
        Assert.Equal((Standing.Undetermined, Cause.TooLarge, null, null), (a.Standing, a.Cause, a.Band, a.Payable));
        Assert.Equal(1, Rule.CountByStanding([Pay("100", actual, committed)], Dated.Day("2026-12-31"))[Standing.Undetermined]);
    }

    [Fact]
    public void Pay_JustStatable_IsPaid() => Assert.Equal(
        792281625142643375935439502.50m, Rule.Assess(Pay("100", "200", "720256022856948523577672275")).Payable);

    [Theory]
    [InlineData("100", "50", null, nameof(Cause.NoPay))]
    [InlineData(null, "50", "1000", nameof(Cause.NoTarget))]
    [InlineData("0", "50", "1000", nameof(Cause.TargetNotPositive))]
    [InlineData("-1", "50", "1000", nameof(Cause.TargetNotPositive))]
    [InlineData("100", null, "1000", nameof(Cause.NoActual))]
    [InlineData("100", "50", "-0.01", nameof(Cause.NegativePay))]
    [InlineData("100", "1", "-79228162514264337593543950335", nameof(Cause.NegativePay))]
    public void Period_ThatCannotBeMeasured_IsUndeterminedAndNotPaid(string? target, string? actual, string? committed, string cause)
    {
        var a = Rule.Assess(Pay(target, actual, committed));
        Assert.Equal((Standing.Undetermined, cause, null, null, null, null), (a.Standing, a.Cause.Code, a.Band, a.Factor, a.Payable, a.Programme));
    }

    [Fact]
    public void Period_ThatHasNotBegun_IsNotApplicableAndNotPaid()
    {
        var a = Rule.Assess(Pay("100", "90", "1000"), Dated.Day("2025-12-31"));
        Assert.Equal((Standing.NotApplicable, null, Dated.Day("2026-01-01")), (a.Standing, a.Payable, a.ChangesOn));
    }

    [Fact]
    public void Table_WithFromAndAboveOnOneCut_GivesTheCutItselfABandOfItsOwn()
    {
        var rule = new Policy(
            new PolicyTerms().With(
                new PerformancePayTerms
                {
                    Bands = [
                    new() { Name = "Below" }, new() { Name = "Exactly", From = 1, Factor = 1 }, new() { Name = "Beyond", Above = 1, Factor = 2 },
                ]
                }).With(
                    new ImprovementPlanTerms { ExpectedAbove = 0.5m })).PerformancePay;
        Assert.Equal(["Below", "Exactly", "Beyond"], new[] { "99.99", "100", "100.01" }.Select(actual => rule.Assess(Pay("100", actual, "1")).Band));
    }

    private static PayPeriod Pay(string? target, string? actual, string? committed) => new()
    {
        EmployeeId = "ann",
        Period = Period.Quarter(2026, 1),
        Target = Dated.NumberOrNone(target),
        Actual = Dated.NumberOrNone(actual),
        CommittedPay = Dated.NumberOrNone(committed),
    };
}
