using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>A total of pay says what it leaves out.</summary>
public sealed class PayablesTests
{
    private static readonly Policy Policy = Policy.Default;

    private static int employees;

    /// <summary>Each of another employee.</summary>
    private static Assessment Pay(decimal? actual, decimal? committed, string period = "2026-01") => Policy.PerformancePay.Assess(
        new PayPeriod { EmployeeId = $"{employees++}", Period = Period.Parse(period), Target = 100, Actual = actual, CommittedPay = committed },
        Dated.Day("2026-03-31"));

    [Fact]
    public void Total_OfPay_SaysHowManyAreLeftOut()
    {
        // 740.70 and 0 are paid; one has no actual, one no pay, one has not begun.
        var total = Payables.Total([Pay(79, 1234.5m), Pay(10, 1000), Pay(null, 1000), Pay(90, null), Pay(90, 1000, "2026-04")]);

        Assert.Equal(new PayableTotal(740.70m, Counted: 2, LeftOut: 3), total);
        Assert.Equal("740.70 for 2, and 3 left out", total.ToString());
    }

    [Fact]
    public void Total_OfPayThatIsAllThere_LeavesNoneOut() => Assert.Equal("1600.00 for 2", Payables.Total([Pay(90, 1000), Pay(79, 1000)]).ToString());

    [Fact]
    public void Total_OfNothing_IsNothing() => Assert.Equal(new PayableTotal(0, 0, 0), Payables.Total([]));

    [Fact]
    public void Total_OfPeriodsThatOverlap_NamesThem()
    {
        // March runs and is not paid; February lies in the quarter; another employee's month does not.
        var total = Payables.Total(
            Policy.PerformancePay.Assess([Of("7", "2026-Q1"), Of("7", "2026-02"), Of("8", "2026-02"), Of("7", "2025-12"), Of("8", "2026-04")],
            Dated.Day("2026-04-01")));

        Assert.Equal([new PeriodOverlap("7", Period.Month(2026, 2), Period.Quarter(2026, 1))], total.Overlaps);
        Assert.Equal("4000.00 for 4, and 1 left out; 2026-02 of 7 lies in 2026-Q1, which is there too", total.ToString());
        Assert.Equal(
            ["2026-01 of 7 is there twice", "2026 of 7 holds 2026-01, which is there too"],
            Payables.Total(Policy.PerformancePay.Assess([Of("7", "2026-01"), Of("7", "2026-01"), Of("7", "2026")], Dated.Day("2027-01-01"))).Overlaps
                .Select(overlap => overlap.ToString()));
        Assert.Equal(
            ["2026-W14 of 7 has days of 2026-03, which is there too", "2026-04-01/2026-04-15 of 7 has days of 2026-W14, which is there too"],
            Payables.Total(Policy.PerformancePay.Assess(
                [Of("7", "2026-03"), Of("7", "2026-W14"), Of("7", "2026-04-01/2026-04-15"), Of("7", "2026-04-16/2026-04-30")], Dated.Day("2027-01-01")))
                .Overlaps.Select(overlap => overlap.ToString()));

        static PayPeriod Of(string employee, string period) =>
            new() { EmployeeId = employee, Period = Period.Parse(period), Target = 100, Actual = 90, CommittedPay = 1000 };
    }

    /// <summary>What pays nothing by its rule is not left out of a total.</summary>
    [Fact]
    public void Total_OfAssessmentsThatPayNothing_DoesNotCountThem() =>
        Assert.Equal(
            new PayableTotal(1000, 1, 0),
            Payables.Total([Pay(90, 1000), Policy.FteFulfillment.Assess(new FteOrder { OrderId = "1", OrderedOn = null }, Dated.Start)]));

    [Fact]
    public void Total_WithAnAmountTooLargeToState_LeavesItOut() =>
        Assert.Equal(new PayableTotal(1000, 1, 1), Payables.Total([Pay(90, 1000), Pay(101, decimal.MaxValue)]));

    /// <summary>decimal's own sum would drop the cent.</summary>
    [Fact]
    public void Total_PastTheDigitsOfADecimal_IsExactOrRefused()
    {
        Assert.Equal(700_000_000_000_000_000_000_000_000.01m, Payables.Total([Pay(90, 7e26m), Pay(90, 0.01m)]).Sum);
        Assert.Throws<OverflowException>(() => Payables.Total([Pay(90, 7e26m), Pay(90, 7e26m), Pay(90, 0.01m)]));
        Assert.Throws<OverflowException>(() => Payables.Total(Enumerable.Repeat(Pay(90, 7e26m), 200)));
    }

    [Theory]
    [InlineData(2, "740.70")]
    [InlineData(0, "741")]
    [InlineData(4, "740.7000")]
    public void Payable_HasThePlacesThatItWasRoundedTo(int decimals, string payable) => Assert.Equal(
        payable,
        new Policy(new PolicyTerms().With(new PerformancePayTerms { Decimals = decimals })).PerformancePay.Assess(
            new PayPeriod { EmployeeId = "ann", Period = Period.Month(2026, 1), Target = 100, Actual = 79, CommittedPay = 1234.5m }).Payable!.Value.ToString(
                System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void BulkDocs_TotalsOfPartitionsAndOfPay_Run()
    {
        var (policy, asOf, rule, Console) = (Policy, Dated.Day("2026-03-31"), Policy.FteFulfillment, new StringWriter());
        FteOrder[][] partitions = [
            [new() { OrderId = "1", OrderedOn = asOf }], [new() { OrderId = "2", OrderedOn = null }, new() { OrderId = "3", OrderedOn = asOf }],
        ];
        PayPeriod[] payPeriods = [
            new() { EmployeeId = "ann", Period = Period.Month(2026, 1), Target = 1, Actual = 1, CommittedPay = 5 },
            new() { EmployeeId = "bob", Period = Period.Month(2026, 1), Target = 1, Actual = null, CommittedPay = 5 },
        ];
        Assert.Equal((3L, 2L), (Counts().Total, Counts()[Standing.OnTrack]));

        PayableTotal total = Payables.Total(policy.PerformancePay.Assess(payPeriods, asOf));
        if (total.LeftOut > 0)
            Console.WriteLine($"{total.Sum} is not all: {total.LeftOut} of {total.Counted + total.LeftOut} are not in it.");

        Assert.Equal("5.00 is not all: 1 of 2 are not in it.", Console.ToString().TrimEnd());

        StandingCounts Counts()
        {
            var counts = new StandingCounts();
            foreach (var partition in partitions)
                counts += rule.CountByStanding(partition, asOf);

            return counts;
        }
    }

    /// <summary>1000 a month, and 2500 in a year: the third month has 500 left, and the fourth nothing.</summary>
    [Fact]
    public void Capped_InAYear_TakesPeriodsInTheirOrder()
    {
        var capped = Payables.Capped(
            Policy.PerformancePay.Assess([Month("7", 4), Month("7", 1), Month("7", 3), Month("8", 3), Month("7", 2)], Dated.Day("2026-12-31")), most: 2500);

        Assert.Equal(
            [
                "7 in 2026-01: 1000.00", "7 in 2026-02: 1000.00", "7 in 2026-03: 500.00 of 1000.00, since 2000.00 of 2500 are paid in the year",
                "7 in 2026-04: 0.00 of 1000.00, since 2500.00 of 2500 are paid in the year", "8 in 2026-03: 1000.00",
            ],
            capped.Select(c => c.ToString()));
        Assert.Equal([false, false, true, true, false], capped.Select(c => c.IsCapped));
        Assert.Equal((3500.00m, 5, 0), (Payables.TotalCapped(capped).Sum, Payables.TotalCapped(capped).Counted, Payables.TotalCapped(capped).LeftOut));
    }

    /// <summary>A ledger settles what the year leaves, and holds what an open month before leaves open.</summary>
    [Fact]
    public void Capped_GoIntoALedger_AsTheyArePaid()
    {
        var asOf = Dated.Day("2026-12-31");
        PayPeriod[] months = [Month("7", 1), Month("7", 2), Month("8", 1) with { Actual = null }, Month("8", 2)];
        var capped = Payables.Capped(Policy.PerformancePay.Assess(months, asOf), most: 1500);
        var run = SettlementLedger.Empty.Settle(asOf, capped.Select(c => c.ToRecord()), SettlementScope.Everything);

        Assert.Equal(
            ["New 1000.00", "New 500.00", "Held ", "Held "], run.Lines.Select(l => FormattableString.Invariant($"{l.Kind} {l.Difference}")));
        Assert.Equal(["NoActual", "EarlierPeriodOpen"], run.Lines.Skip(2).Select(l => l.Cause));
        Assert.Equal(
            "Employee 7 in 2026-02 attained 90 %: Full, paid at 100 %, 1000.00 of 1000.00; paid: 500.00 of 1000.00, since 1000.00 of 1500 "
            + "are paid in the year.",
            run.Lines[1].Reason);
    }

    /// <summary>A year's bonus comes after its months, and does not keep them open while it runs; in December the month comes first.</summary>
    [Fact]
    public void Capped_TakesABonusOfTheYearAfterItsMonths()
    {
        var bonus = Month("7", 1) with { AssignmentId = "bonus", Period = Period.Year(2026), CommittedPay = 5000 };
        string[] Paid(string asOf) =>
        [
            .. Payables.Capped(Policy.PerformancePay.Assess([bonus, Month("7", 1), Month("7", 12)], Dated.Day(asOf)), 6500)
                .Select(c => FormattableString.Invariant($"{c.Assessment.Period} {c.Payable}")),
        ];
        Assert.Equal(["2026-01 1000.00", "2026-12 1000.00", "2026 4500.00"], Paid("2027-01-01"));
        Assert.Equal(["2026-01 1000.00", "2026-12 ", "2026 "], Paid("2026-12-31"));
    }

    /// <summary>Where a contradicting row is all there is of a period, what it takes of the year is not known.</summary>
    [Fact]
    public void Capped_AfterADuplicateThatStandsAlone_IsOpen()
    {
        var policy = new Policy(new PolicyTerms().With(new AchievementTerms { Kpis = [new() { Name = "sales", Weight = 1 }] }));
        var plan = new PayPlan { EmployeeId = "7", Period = Period.Parse("2026-01/2026-02"), Frequency = PayFrequency.Monthly, CommittedPay = 1000 };
        KpiResult Result(int month, int actual) => new() { EmployeeId = "7", Kpi = "sales", Period = Period.Month(2026, month), Target = 100, Actual = actual };
        var rows = policy.PlannedPay().Collect(Dated.Day("2026-12-31")).AddRange([plan])
            .AddRange([Result(1, 90), Result(1, 10), Result(2, 90)]).Assess();
        Assert.Equal(["Duplicate", "EarlierPeriodOpen"], Payables.Capped(rows, 1500).Select(c => c.ToRecord().Cause));
    }

    [Fact]
    public void Capped_KeepsThePlacesOfTheAmounts_AndNeverPaysMore() => Assert.Equal(
        ["1000.00", "500.55"],
        Payables.Capped(Policy.PerformancePay.Assess([Month("7", 1), Month("7", 2)], Dated.Day("2026-12-31")), 1500.559m)
            .Select(c => FormattableString.Invariant($"{c.Payable}")));

    [Fact]
    public void Capped_OfAmountsOfWhichSomeNameNoCurrency_IsRefused() => Assert.Equal(
        "7 is paid in no named currency and EUR in one year, and no amount is converted: cap each currency by itself.",
        Assert.Throws<InvalidOperationException>(() => Payables.Capped(
            Policy.PerformancePay.Assess([Month("7", 1) with { Currency = "EUR" }, Month("7", 2)], Dated.Day("2026-12-31")), 1500)).Message);

    /// <summary>February has no actual: what is left for March is not known, and so in a year that begins with February; April's year has them not.</summary>
    [Theory]
    [InlineData(1, "1000.00 - - -")]
    [InlineData(2, "1000.00 - - -")]
    [InlineData(3, "1000.00 - 1000.00 1000.00")]
    [InlineData(4, "1000.00 - - 1000.00")]
    public void Capped_AfterAPeriodWithoutAnAmount_IsOpen_InItsYear(int fromMonth, string paid)
    {
        var capped = Payables.Capped(
            Policy.PerformancePay.Assess([Month("7", 1), Month("7", 2) with { Actual = null }, Month("7", 3), Month("7", 4)], Dated.Day("2026-12-31")),
            most: 2500, fromMonth);
        Assert.Equal(paid, string.Join(' ', capped.Select(c => c.Payable is { } amount ? $"{amount}" : "-")));
    }

    [Fact]
    public void Capped_WhereNothingIsLeft_OrNothingCanBeTaken_IsKnown()
    {
        // January takes all there is; a duplicate and what has not begun take nothing.
        var known = Payables.Capped(
            Policy.PerformancePay.AssessOnce(
                [Month("7", 1), Month("7", 1), Month("7", 2) with { Actual = null }, Month("7", 3)], Dated.Day("2026-12-31")), 1000);
        Assert.Equal(["1000.00", "", "", "0.00"], known.Select(c => $"{c.Payable}"));
        Assert.Equal(["1000.00", ""], Payables.Capped(
            Policy.PerformancePay.AssessOnce([Month("7", 1), Month("7", 1)], Dated.Day("2026-12-31")), 5000).Select(c => $"{c.Payable}"));
    }

    [Fact]
    public void Capped_OfWhatHasNoYear_OrSeveralCurrencies_IsRefused()
    {
        var asOf = Dated.Day("2026-12-31");
        Assert.StartsWith("2026-Q1 of 7 lies in two years from month 2", Assert.Throws<ArgumentException>(() => Payables.Capped(
            Policy.PerformancePay.Assess([Month("7", 1) with { Period = Period.Quarter(2026, 1) }], asOf), 1, yearFromMonth: 2)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("7 is paid in EUR and JPY in one year", Assert.Throws<InvalidOperationException>(() => Payables.Capped(
            Policy.PerformancePay.Assess([Month("7", 1) with { Currency = "EUR" }, Month("7", 2) with { Currency = "JPY" }], asOf), 1)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Payables.Capped([], -1));
    }

    private static PayPeriod Month(string employee, int month) =>
        new() { EmployeeId = employee, Period = Period.Month(2026, month), Target = 100, Actual = 90, CommittedPay = 1000 };
}
