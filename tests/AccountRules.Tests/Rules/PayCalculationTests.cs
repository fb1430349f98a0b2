using System.Numerics;
using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;
using static AccountRules.Tests.Rules.Dated;

namespace AccountRules.Tests.Rules;

/// <summary>How pay comes about, as data and for a payslip.</summary>
public sealed class PayCalculationTests
{
    private static readonly DateOnly AsOf = Day("2026-11-26");

    [Fact]
    public void Pay_OfAShare_HasItsStepsFromTheCommittedPayToThePayable()
    {
        // 1000 * 16/31 * 1.1 = 567.741935...
        var a = Policy.Default.PerformancePay.Assess(Pay(103) with { Share = 16, ShareOf = 31 }, AsOf);

        var steps = a.Calculation!;
        Assert.Equal((1000m, 16, 31, 1.1m, 2, 567.74m), (steps.Committed, steps.Share, steps.ShareOf, steps.Factor, steps.Settings.Decimals, steps.Payable));
        Assert.StartsWith("567.741935483870967", $"{steps.Product}", StringComparison.Ordinal);
        Assert.Equal(
            "Employee ann in 2026-10 attained 103 %: Over, paid at 110 %, 567.74 of 16/31 of 1000.00.\n"
            + "1000.00 × 16/31 × 110 % = 567.7419…, rounded to 2 places, halves away from zero: 567.74", a.Explain());
    }

    [Fact]
    public void Pay_BelowABand_SaysHowMuchMoreReachesIt() => Assert.Equal(
        "Employee ann in 2026-10 attained 78.6 %: Partial, paid at 60 %, 600.00 of 1000.00.\n"
        + "1000.00 × 60 % = 600.00\n"
        + "1.4 points to Full; 1.4 more reaches 80 %, which must be exceeded", Policy.Default.PerformancePay.Assess(Pay(78.6m), AsOf).Explain());

    [Theory]
    [InlineData(PayRounding.HalfAwayFromZero, null, "0.03 × 60 % = 0.018, rounded to 2 places, halves away from zero: 0.02")]
    [InlineData(PayRounding.HalfToEven, null, "0.03 × 60 % = 0.018, rounded to 2 places, halves to the even digit: 0.02")]
    [InlineData(PayRounding.TowardZero, null, "0.03 × 60 % = 0.018, rounded to 2 places, towards zero: 0.01")]
    [InlineData(PayRounding.Up, null, "0.03 × 60 % = 0.018, rounded to 2 places, up: 0.02")]
    [InlineData(PayRounding.Down, null, "0.03 × 60 % = 0.018, rounded to 2 places, down: 0.01")]
    [InlineData(PayRounding.HalfAwayFromZero, "0.05", "0.03 × 60 % = 0.018, rounded to whole multiples of 0.05, halves away from zero: 0.00")]
    public void Rounding_IsSaidWithItsWay(PayRounding rounding, string? increment, string expected)
    {
        var pay = Policy.Default.Terms.PerformancePay with
        {
            Rounding = rounding,
            Increment = increment is null ? null : decimal.Parse(increment, System.Globalization.CultureInfo.InvariantCulture),
        };
        var rule = new Policy(new PolicyTerms().With(pay)).PerformancePay;
        Assert.Equal(expected, $"{rule.Assess(Pay(70) with { CommittedPay = 0.03m }, AsOf).Calculation}");
    }

    [Fact]
    public void Fact_ThatPaysNothingYet_HasNoCalculation()
    {
        var running = Policy.Default.PerformancePay.Assess(Pay(90), Day("2026-10-31"));
        Assert.Null(running.Calculation);
        Assert.Equal(running.Reason + "\n" + running.ToBandAbove, running.Explain());
        Assert.Null(Policy.Default.PerformancePay.Assess(Pay(90) with { Actual = null }, AsOf).Calculation);
        Assert.Null(Policy.Default.FteFulfillment.Assess(new() { OrderId = "1", OrderedOn = AsOf }, AsOf).Calculation);
        Assert.Null(default(Assessment).Calculation);
    }

    [Fact]
    public void Quarter_PaidByDays_HasItsPartsInThePlaceOfACalculation()
    {
        var pay = Policy.Default.Terms.PerformancePay;
        var history = new PolicyHistory(
        [
            new(new PolicyTerms { Version = "v1" }),
            new(new PolicyTerms { Version = "v2", EffectiveFrom = new(2026, 6, 1) }.With(pay with { Decimals = 1 })
                .With(new TransitionTerms().With("performance-pay", VersionTransition.ByDays))),
        ]);
        var a = history.PerformancePay.Assess(Pay(90) with { Period = Period.Quarter(2026, 2) }, AsOf);
        Assert.Equal((2, null), (a.Parts.Count, a.Calculation));

        // Of a period that one version judges, by that one's places.
        Assert.Equal("1000.0 × 100 % = 1000.0", $"{history.PerformancePay.Assess(Pay(90), AsOf).Calculation}");
    }

    [Fact]
    public void Fact_ThatHasChangedSince_IsNotCalculatedAnew()
    {
        var entity = new Entity { Actual = 90 };
        var a = Policy.Default.PerformancePay.For<Entity>(e => new PayPeriod
        {
            EmployeeId = "ann",
            Period = Period.Month(2026, 10),
            Target = 100,
            Actual = e.Actual,
            CommittedPay = 1000,
        }).Assess(entity, AsOf);
        entity.Actual = 50;
        Assert.Equal("Employee ann in 2026-10 was Graded (Full), and has changed since.", a.Explain());
    }

    [Fact]
    public void Calculations_OfAnyPay_AreOneExactProduct() => Check.One(
        Generated.Cases(20),
        Prop.ForAll(Case<PayPeriod>.Any(AnyFact.PayPeriod, 200, Reach.Full).ToArbitrary(), c =>
        {
            foreach (var a in c.Facts.Select(fact => c.Policy.PerformancePay.Assess(fact, c.AsOf)))
            {
                Assert.Equal(a.Payable is null, a.Calculation is null);
                if (a.Calculation is not { } steps)
                    continue;

                var (pay, table) = (a.FactAs<PayPeriod>()!, PayTableReading.Of(c.Policy.Terms.PerformancePay, a.FactAs<PayPeriod>()!.Group)!);
                var attained = Fraction.Of(pay.Actual!.Value).Over(
                    Fraction.ShareOf(Fraction.Of(pay.Target!.Value), pay.TargetShare, pay.TargetShareOf)!.Value);
                var factor = table.FactorOf(table.Rows.Single(row => row.Band == a.Band), attained);
                var due = Fraction.Of(steps.Committed) * new Fraction(steps.Share, steps.ShareOf);
                var exact = due * factor;
                var off = Fraction.Of(steps.Product).Plus(new(-exact.Numerator, exact.Denominator));
                Assert.True(BigInteger.Abs(off.Numerator) * BigInteger.Pow(10, steps.Product.Scale) <= off.Denominator, $"{steps.Product} is not {exact}");
                Assert.Equal(a.Payable, steps.Payable);
                Assert.Equal(pay.WithheldFor, steps.WithheldFor);
                Assert.Equal(pay.WithheldFor is null ? table.Paid(due, factor) : 0, steps.Payable);
                Assert.Equal(pay.Currency ?? table.Currency, steps.Currency);
            }
        }));

    private static PayPeriod Pay(decimal actual) =>
        new() { EmployeeId = "ann", Period = Period.Month(2026, 10), Target = 100, Actual = actual, CommittedPay = 1000 };

    private sealed class Entity
    {
        public decimal? Actual { get; set; }
    }
}
