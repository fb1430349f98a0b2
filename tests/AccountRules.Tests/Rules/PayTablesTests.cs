using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>Pay by group, along lines, in marginal tables and within bounds; each amount worked out by hand.</summary>
public sealed class PayTablesTests
{
    private static readonly DateOnly AsOf = Dated.Day("2026-11-26");

    private static readonly TierRule<PayPeriod> ByCountry = Rule(new()
    {
        Tables =
        [
            new() { Group = "DE", Currency = "EUR" },
            new() { Group = "JP", Currency = "JPY", Decimals = 0, Rounding = PayRounding.TowardZero },
            new() { Group = "CH", Currency = "CHF", Increment = 0.05m, Bands = [new() { Name = "None" }, new() { Name = "All", From = 0.9m, Factor = 1 }] },
        ],
    });

    [Theory]
    [InlineData("DE", "70", "Partial", "740.74 EUR")]
    [InlineData("JP", "70", "Partial", "740 JPY")]
    [InlineData("CH", "90", "All", "1234.55 CHF")]
    [InlineData("CH", "89.99", "None", "0.00 CHF")]
    public void Pay_OfAGroup_IsByItsTable(string group, string actual, string band, string paid)
    {
        // 60 % of 1234.56 is 740.736; 1234.56 to 0.05 is 1234.55.
        var a = ByCountry.Assess(Pay(Number(actual), 1234.56m) with { Group = group }, AsOf);

        Assert.Equal((band, paid, group), (a.Band, $"{a.Payable} {a.Currency}", a.Detail("group")));
        Assert.Contains($"{paid} of 1234.56", a.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Pay_OfAGroupThatHasNoTable_IsUndetermined_OrByTheUsualTableWhereThePolicySaysSo()
    {
        var (other, none) = (ByCountry.Assess(Pay(70) with { Group = "de" }, AsOf), ByCountry.Assess(Pay(70), AsOf));
        Assert.Equal(
            (Cause.UnknownCategory, "Employee ann in 2026-10 is of group `de`, and the policy lists DE, JP, CH.", null),
            (other.Cause, other.Reason, other.Payable));
        Assert.Equal((Cause.NoCategory, "Employee ann in 2026-10 has no group, and the policy goes by it."), (none.Cause, none.Reason));

        var usual = Rule(new() { Unlisted = UnlistedGroup.UsualTable, Tables = [new() { Group = "DE", Decimals = 0 }] });
        Assert.Equal(
            [600.00m, 600.00m, 600m], new[] { null, "de", "DE" }.Select(group => usual.Assess(Pay(70) with { Group = group }, AsOf).Payable!.Value));
    }

    [Fact]
    public void Pay_InAnotherCurrencyThanTheTable_IsNotConverted()
    {
        var other = ByCountry.Assess(Pay(70) with { Group = "DE", Currency = "USD" }, AsOf);
        Assert.Equal(
            (Cause.OtherCurrency, "Employee ann in 2026-10 has a pay in USD, and the policy pays it in EUR: no amount is converted."),
            (other.Cause, other.Reason));
        Assert.Equal((600.00m, "EUR"), (ByCountry.Assess(Pay(70) with { Group = "DE", Currency = "EUR" }, AsOf) is var same ? same.Payable : 0, same.Currency));

        var free = Policy.Default.PerformancePay.Assess(Pay(70) with { Currency = "USD" }, AsOf);
        Assert.Equal((600.00m, "USD"), (free.Payable, free.Currency));
    }

    /// <summary>From 60 % to 90 % the factor goes from 40 % to 50 %; what lies above pays 120 %.</summary>
    [Theory]
    [InlineData("60", "1000.00", 0.25)]
    [InlineData("60.003", "1200.03", null)]
    [InlineData("70", "1300.00", null)]
    [InlineData("90", "1500.00", 0.5)]
    [InlineData("90.001", "3600.00", 1.2)]
    public void Pay_AlongALine_IsExactAtEveryPoint(string actual, string paid, double? factor)
    {
        // 0.003 of the 30 points on the way from 40 to 50 % of 3000 is 1200 + 300 * 0.003 / 30 = 1200.03; at 70 % 3000 * (0.4 + 0.1 / 3) = 1300 to the cent.
        var rule = Rule(new()
        {
            Bands =
            [
                new() { Name = "Low", Factor = 0.25m, Programme = "PIP" },
                new() { Name = "Line", Above = 0.6m, Factor = 0.4m, FactorTo = 0.5m },
                new() { Name = "Top", Above = 0.9m, Factor = 1.2m },
            ],
        });
        var committed = factor == 0.25 ? 4000 : 3000;
        var a = rule.Assess(Pay(Number(actual), committed), AsOf);

        Assert.Equal(paid, $"{a.Payable}");
        if (factor is { } known)
            Assert.Equal((decimal)known, a.Factor);
    }

    [Fact]
    public void Pay_AlongALineWithoutEnd_SaysItsFactorCutOff() => Assert.Equal(
        "Employee ann in 2026-10 attained 70 %: Line, paid at 43.33… %, 1300.00 of 3000.00.\n"
        + "3000.00 × 43.33… % = 1300.00\n20 points to Top; 20 more reaches 90 %, which must be exceeded",
        Rule(new()
        {
            Bands =
            [
                new() { Name = "Low", Programme = "PIP" }, new() { Name = "Line", Above = 0.6m, Factor = 0.4m, FactorTo = 0.5m },
                new() { Name = "Top", Above = 0.9m, Factor = 1 },
            ],
        }).Assess(Pay(70, 3000), AsOf).Explain());

    /// <summary>By the document's bands: nothing up to 35 %, 40 % of the next 25 points, 60 % of 20, all of 20, 110 % of what lies above.</summary>
    [Theory]
    [InlineData("-5", "0.00")]
    [InlineData("35", "0.00")]
    [InlineData("60", "100.00")]
    [InlineData("70", "160.00")]
    [InlineData("80", "220.00")]
    [InlineData("100", "420.00")]
    [InlineData("120", "640.00")]
    public void Pay_OfAMarginalTable_AddsUpWhatLiesInEachBand(string actual, string paid)
    {
        var rule = Rule(new() { Kind = PayTableKind.Marginal });
        Assert.Equal(paid, $"{rule.Assess(Pay(Number(actual)), AsOf).Payable}");
    }

    [Theory]
    [InlineData(PayTableKind.Marginal, "0.05", 100, "5.00")]
    [InlineData(PayTableKind.Marginal, "0.05", 150, "9.00")]
    [InlineData(PayTableKind.WholeAmount, "0.05", 100, "5.00")]
    [InlineData(PayTableKind.WholeAmount, "0.05", 150, "12.00")]
    public void Commission_OfAHost_IsOfTheAmountItself(PayTableKind kind, string rate, decimal sold, string paid)
    {
        // 5 % up to 100 and 8 % above: as a factor of the amount sold, or, added up band by band, of 1.
        var commission = new TierRule<Sale>(
            new RuleInfo("commission") { Noun = "Sale" }, Measure.Amount<Sale>(s => s.Amount),
            new Scale(Band.Lowest("First").Pays(Number(rate)), Band.Above(100, "More").Pays(0.08m)),
            new(s => s.Id),
            kind == PayTableKind.Marginal ? new Payment<Sale>(s => 1m, new() { Kind = kind }) : new Payment<Sale>(s => s.Amount));
        Assert.Equal(paid, $"{commission.Assess(new Sale("1", sold), AsOf).Payable}");
    }

    [Theory]
    [InlineData("30", "200", "0.00", "band pays nothing")]
    [InlineData("50", "200", "100.01", "80 is less than the least, 100.005 rounded")]
    [InlineData("50", "250.02", "100.01", "100.008 rounded")]
    [InlineData("90", "500", "500.00", "between")]
    [InlineData("90", "600", "555.55", "more than the most")]
    public void Pay_WithinBounds_IsRoundedOnce(string actual, string committed, string paid, string why)
    {
        var rule = Rule(new() { AtLeast = 100.005m, AtMost = 555.55m });
        var a = rule.Assess(Pay(Number(actual), Number(committed)), AsOf);
        Assert.True(paid == $"{a.Payable}", $"{a.Payable} where the {why}");
        Assert.Equal(a.Payable, a.Calculation!.Payable);
    }

    [Fact]
    public void Calculation_WithinBounds_SaysWhichHolds()
    {
        var rule = Rule(new() { AtLeast = 100, AtMost = 555.55m });
        Assert.Equal("200.00 × 40 % = 80.00, at least 100.00: 100.00", $"{rule.Assess(Pay(50, 200), AsOf).Calculation}");
        Assert.Equal("600.00 × 100 % = 600.00, at most 555.55: 555.55", $"{rule.Assess(Pay(90, 600), AsOf).Calculation}");
    }

    [Fact]
    public void Pay_ThatIsWithheld_IsNothing_AndTheBandStays()
    {
        var a = Rule(new() { AtLeast = 100 }).Assess(Pay(90) with { WithheldFor = "quality at 80 %" }, AsOf);
        Assert.Equal(("Full", 0.00m), (a.Band, a.Payable));
        Assert.Equal(
            "Employee ann in 2026-10 attained 90 %: Full, paid at 100 %, 0.00 of 1000.00 for want of quality at 80 %.\n"
            + "1000.00 × 100 % = 1000.00; nothing is paid for want of quality at 80 %: 0.00\n10 points to Over; 10 more reaches 100 %, which must be exceeded",
            a.Explain());
    }

    [Theory]
    [InlineData(79.99, "quality at 80 %")]
    [InlineData(80.0, null)]
    [InlineData(null, null)]
    public void Gate_OfAKpi_IsReachedAtItsRatio(double? quality, string? want)
    {
        var plan = new KpiPlanTerms
        {
            Name = "sales",
            Kpis = [new() { Name = "sales", Weight = 0.9m }, new() { Name = "quality", Weight = 0.1m, PaysFrom = 0.8m, Floor = 1m }],
        };
        var achievement = Achievement.Of([Kpi("sales", 110), Kpi("quality", (decimal?)quality)], plan).Single();

        Assert.Equal(want, achievement.WithheldFor);
        Assert.Equal(want, achievement.ForPay(1000).WithheldFor);
        Assert.Equal(quality is null ? Cause.NoActual : Cause.None, achievement.Cause);

        static KpiResult Kpi(string name, decimal? actual) =>
            new() { EmployeeId = "ann", Kpi = name, Period = Period.Month(2026, 10), Target = 100, Actual = actual };
    }

    /// <summary>240 of 300 is 80 %, whether together or as the mean of 70, 90 and 80 %; 239.7 of 300 is less.</summary>
    [Theory]
    [InlineData(PeriodRollUp.Sum, "80", null)]
    [InlineData(PeriodRollUp.Sum, "79.7", "quality at 80 %")]
    [InlineData(PeriodRollUp.Mean, "80", null)]
    [InlineData(PeriodRollUp.Mean, "79.7", "quality at 80 %")]
    public void Gate_OfAQuarter_IsOfAllItsMonths(PeriodRollUp by, string last, string? want)
    {
        var plan = new KpiPlanTerms { Name = "sales", RollUp = by, Kpis = [new() { Name = "quality", Weight = 1, PaysFrom = 0.8m }] };
        var results = new[] { 70m, 90m, Number(last) }.Select((actual, i) =>
            new KpiResult { EmployeeId = "ann", Kpi = "quality", Period = Period.Month(2026, i + 1), Target = 100, Actual = actual });
        Assert.Equal(want, Achievement.RollUp(results, plan, Period.Quarter(2026, 1)).Single().WithheldFor);
    }

    /// <summary>The examples of <c>docs/pay.md</c>: 65 points at 50 % and 20 at 150 %; 10 of 30 points on the way from 40 to 100 %.</summary>
    [Theory]
    [InlineData("sales", "120", "625.00")]
    [InlineData("support", "70", "600.00")]
    [InlineData("DE", "50", "400.00")]
    [InlineData("JP", "50", "400")]
    public void ThePage_SaysWhatItsTablesPay(string group, string actual, string paid)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "pay.md"));
        var json = page.Split("```json")[1].Split("```")[0];
        Assert.Equal(paid, $"{Policy.Parse(json).PerformancePay.Assess(Pay(Number(actual)) with { Group = group }, AsOf).Payable}");
    }

    [Fact]
    public void Assignments_OfOneEmployeeInOnePeriod_AreTwoFacts()
    {
        var rows = Policy.Default.PerformancePay.AssessOnce(
            [Pay(90) with { AssignmentId = "a1" }, Pay(70) with { AssignmentId = "a2" }, Pay(10) with { AssignmentId = "a1" }, Pay(70)], AsOf).ToArray();

        Assert.Equal([1000.00m, 600.00m, null, 600.00m], rows.Select(a => a.Payable));
        Assert.Equal(Cause.Duplicate, rows[2].Cause);
        Assert.StartsWith("Assignment a2 of ann in 2026-10 attained", rows[1].Reason, StringComparison.Ordinal);
        Assert.Empty(Payables.Total(rows).Overlaps);
    }

    [Fact]
    public void Totals_AreOfEachCurrencyByItself()
    {
        var rows = new[] { ("DE", 90m), ("JP", 90), ("DE", 70), ("JP", 10), ("FR", 90) }
            .Select((pay, i) => ByCountry.Assess(Pay(pay.Item2) with { EmployeeId = $"e{i}", Group = pay.Item1 }, AsOf)).ToArray();

        Assert.Equal(
            ["0 for 0, and 1 left out", "1600.00 EUR for 2", "1000 JPY for 2"], Payables.ByCurrency(rows).Select(total => total.ToString()));
        Assert.Equal(
            "The amounts are in EUR and JPY, and no amount is converted: take Payables.ByCurrency, which adds up each by itself.",
            Assert.Throws<InvalidOperationException>(() => Payables.Total(rows)).Message);
    }

    /// <summary>Tables that read other members of a fact are each judged and paid by their own, also in memory.</summary>
    [Fact]
    public void Tables_OfAHost_ThatReadTheFactEachInTheirWay_ArePaidByTheirOwn()
    {
        var measure = Measure.Amount<Deal>(d => d.Sold);
        var rule = new TierRule<Deal>(
            new RuleInfo("deals") { Noun = "Deal" }, d => d.Kind,
            [new("base", Tier(d => d.Base)), new("bonus", Tier(d => d.Bonus)), new("small", Tier(d => d.Base, 0.5m))]);

        Assert.Equal(
            ["100.00", "7.00", "50.00"], new[] { "base", "bonus", "small" }.Select(kind => $"{rule.Assess(new Deal("1", kind, 10, 100, 7), AsOf).Payable}"));
        Assert.Equal(Cause.NoPay, rule.Assess(new Deal("1", "bonus", 10, 100, null), AsOf).Cause);
        Assert.Equal(Cause.NoPay, rule.For<Deal>(d => d).Assess(new Deal("1", "bonus", 10, 100, null), AsOf).Cause);
        Assert.StartsWith("The tables are not of one measure", Assert.Throws<ArgumentException>(() => new TierRule<Deal>(
            new RuleInfo("deals"), d => d.Kind, [new("a", Tier(d => d.Base)), new("b", Tier(d => d.Base, 1, Measure.Amount<Deal>(d => d.Bonus)))])).Message,
            StringComparison.Ordinal);

        TierRule<Deal> Tier(System.Linq.Expressions.Expression<Func<Deal, decimal?>> amount, decimal factor = 1, Measure<Deal>? other = null) => new(
            new RuleInfo("deals") { Noun = "Deal" }, other ?? measure, new Scale(Band.Lowest("All").Pays(factor)), new(d => d.Id), new Payment<Deal>(amount));
    }

    [Fact]
    public void Columns_AreOfOneTable()
    {
        Assert.StartsWith(
            "Rule `performance-pay` goes by group, and columns by one scale: take the rule of each group for its rows.",
            Assert.Throws<ArgumentException>(() => ByCountry.Judge(new RatioColumns([90L], [100L]), new Verdict[1])).Message, StringComparison.Ordinal);

        var verdicts = new Verdict[1];
        ByCountry.Tables.Single(t => t.Key == "CH").Value.Judge(new RatioColumns([90L], [100L]), verdicts);
        Assert.Equal(1, verdicts[0].Grade);
    }

    /// <summary>A thousand tables, each with a cut of its own; every employee lies just at the cut of theirs, or just above it.</summary>
    [Fact]
    public void Pay_OfAThousandTables_IsByTheOneOfTheGroup()
    {
        var rule = Rule(new()
        {
            Tables = [.. Enumerable.Range(0, 1000).Select(i => new PayTableTerms
            {
                Group = $"g{i}",
                Decimals = i % 3,
                Bands = [new() { Name = "None" }, new() { Name = "Some", Above = 0.5m + i * 0.0001m, Factor = 0.001m * i }],
            })],
        });
        for (var i = 0; i < 1000; i++)
        {
            var at = rule.Assess(Pay(50 + i * 0.01m) with { Group = $"g{i}" }, AsOf);
            var above = rule.Assess(Pay(50 + i * 0.01m + 0.0001m) with { Group = $"g{i}" }, AsOf);
            Assert.Equal(("None", 0m, "Some", (decimal)i), (at.Band, at.Payable, above.Band, above.Payable));
        }
    }

    [Theory]
    [InlineData("JPY", "Employee bob in 2026-10 is paid in JPY, and others, or the same under another policy, in EUR")]
    [InlineData(null, "Employee bob in 2026-10 is paid in no named currency, and others, or the same under another policy, in EUR")]
    public void Impact_OfSeveralCurrencies_IsRefused(string? other, string says)
    {
        var impact = new PolicyImpact(Policy.Default, new Policy(new PolicyTerms { Version = "2" }), AsOf);
        var pays = impact.Collect(Policy.Default.PerformancePay);
        pays.Add(Pay(90) with { Currency = "EUR" });
        pays.Add(Pay(90) with { Currency = "USD", Target = null });
        Assert.StartsWith(
            says, Assert.Throws<ArgumentException>(() => pays.Add(Pay(90) with { EmployeeId = "bob", Currency = other })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Impact_OfAPolicyThatPaysInAnotherCurrency_IsRefused_AndOneThatNamesItIsNot()
    {
        var (none, eur, usd) = (Paying(null), Paying("EUR"), Paying("USD"));
        Assert.StartsWith(
            "Employee ann in 2026-10 is paid in USD, and others, or the same under another policy, in EUR",
            Assert.Throws<ArgumentException>(() => new PolicyImpact(eur, usd, AsOf).Collect(eur.PerformancePay).Add(Pay(90))).Message,
            StringComparison.Ordinal);

        var impact = new PolicyImpact(none, eur, AsOf);
        impact.Collect(none.PerformancePay).Add(Pay(90));
        Assert.Equal((1000m, 1000m), (impact.Pay.Old, impact.Pay.New));
    }

    /// <summary>The amount is the same number, and is paid in another currency.</summary>
    [Fact]
    public void Swap_ToAnotherCurrency_IsAChange()
    {
        var monitor = new PolicyMonitor(Paying("EUR"), AsOf);
        monitor.Add(Pay(90));
        var change = Assert.Single(monitor.Swap(Paying("JPY")));
        Assert.Equal((1000m, "JPY"), (change.After!.Value.Payable, change.After.Value.Currency));
        Assert.Empty(monitor.Swap(Paying("JPY")));
    }

    [Theory]
    [InlineData("""{}""", """{ "tables": [ { "group": "a", "atMost": 5 } ], "unlisted": "usualTable" }""", "a", "1000.00 5.00")]
    [InlineData(
        """{ "unlisted": "usualTable", "tables": [ { "group": "a" } ] }""",
        """{ "unlisted": "usualTable", "tables": [ { "group": "a" }, { "group": "DE", "atMost": 5 } ] }""", "DE", "1000.00 5.00")]
    [InlineData("""{ "currency": "EUR" }""", """{ "currency": "USD" }""", null, "1000.00 1000.00")]
    public void Diff_OfTables_HasARegionForEachGroupThatIsPaidOtherwise(string before, string after, string? group, string paid)
    {
        var (old, @new) = (Policy.Parse($$"""{ "performancePay": {{before}} }"""), Policy.Parse($$"""{ "performancePay": {{after}} }"""));
        var fact = Pay(90) with { Group = group };
        Assert.Equal(paid, $"{old.PerformancePay.Assess(fact, AsOf).Payable} {@new.PerformancePay.Assess(fact, AsOf).Payable}");

        Assert.Contains(PolicyDiff.Of(old, @new, "performance-pay").Regions, region => region.Contains(fact, AsOf));
    }

    [Fact]
    public void Least_WhereNothingIsDue_IsNotPaid()
    {
        var rule = Rule(new() { AtLeast = 100 });
        Assert.Equal(0.00m, rule.Assess(Pay(90, 0), AsOf).Payable);
        Assert.Equal(0.00m, rule.Assess(Pay(90) with { Share = 0, ShareOf = 31 }, AsOf).Payable);
        Assert.Equal(100.00m, rule.Assess(Pay(90) with { Share = 1, ShareOf = 31 }, AsOf).Payable);
    }

    [Fact]
    public void Total_WithRowsOfAnotherCurrencyThatPayNothing_IsOfTheOne()
    {
        var rows = new[] { Pay(90) with { Group = "DE" }, Pay(90) with { Group = "DE", Currency = "USD" }, Pay(90) with { Group = "FR" } }
            .Select(pay => ByCountry.Assess(pay, AsOf));
        Assert.Equal("1000.00 EUR for 1, and 2 left out", $"{Payables.Total(rows)}");
    }

    private static Policy Paying(string? currency) => new(new PolicyTerms().With(new PerformancePayTerms { Currency = currency }));

    private static TierRule<PayPeriod> Rule(PerformancePayTerms terms) => new Policy(new PolicyTerms().With(terms)).PerformancePay;

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static PayPeriod Pay(decimal actual, decimal committed = 1000) =>
        new() { EmployeeId = "ann", Period = Period.Month(2026, 10), Target = 100, Actual = actual, CommittedPay = committed };

    private sealed record Sale(string Id, decimal? Amount);

    private sealed record Deal(string Id, string? Kind, decimal? Sold, decimal? Base, decimal? Bonus);
}
