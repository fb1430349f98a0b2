using System.Numerics;
using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;
using static AccountRules.Tests.Rules.Dated;

namespace AccountRules.Tests.History;

/// <summary>A period whose days are paid each by its own version.</summary>
public sealed class PaidByDaysTests
{
    [Fact]
    public void Quarter_ThatStraddlesAChangeOfFactor_IsPaidDayByDay()
    {
        // 2026-06-01 to 30 is 30 of the quarter's 91 days at 60 %, the 61 before at 100 % : 1000 * (61 + 30 * 0.6) / 91 = 868.131868...
        var history = new PolicyHistory([new(Paying("v1", null, 1m)), new(Paying("v2", new(2026, 6, 1), 0.6m))]);
        var a = history.PerformancePay.Assess(
            new() { EmployeeId = "ann", Period = Period.Quarter(2026, 2), Target = 100, Actual = 90, CommittedPay = 1000 }, Day("2026-07-01"));

        Assert.Equal((Standing.Graded, "ByDays", 868.13m), (a.Standing, a.Band, a.Payable));

        // The bands are of each version: there is no distance to one of them.
        Assert.Equal((null, null), (a.ToBandAbove, a.ToBandBelow));
        Assert.Equal(a.Reason, a.Explain());
        Assert.Equal(
        [
            new("v1", new(2026, 4, 1), new(2026, 5, 31), 61, 91, "Full", 1m, 670.33m),
            new("v2", new(2026, 6, 1), new(2026, 6, 30), 30, 91, "Full", 0.6m, 197.80m),
        ], a.Parts);
        Assert.Equal(
            "Employee ann in 2026-Q2 is judged day by day: 61 of 91 days by version v1: Full, paid at 100 %, 670.33; "
            + "30 of 91 days by version v2: Full, paid at 60 %, 197.80; 868.13 in all.", a.Reason);
        Assert.Null(a.JudgedBy);
    }

    [Fact]
    public void Quarter_ThatRuns_SaysItsPartsAndPaysNothingYet()
    {
        var history = new PolicyHistory([new(Paying("v1", null, 1m)), new(Paying("v2", new(2026, 6, 1), 0.6m))]);
        var a = history.PerformancePay.Assess(
            new() { EmployeeId = "ann", Period = Period.Quarter(2026, 2), Target = 100, Actual = 90, CommittedPay = 1000 }, Day("2026-06-30"));

        Assert.Equal((Standing.OnTrack, true, null), (a.Standing, a.IsProvisional, a.Payable));
        Assert.All(a.Parts, part => Assert.Equal((null, null), (part.Factor, part.Payable)));
    }

    [Theory]
    [InlineData(30, "PIP")]
    [InlineData(36, null)]
    [InlineData(41, null)]
    public void Period_EntersAProgramme_OnlyWhereEveryPartDoes(int actual, string? programme)
    {
        // Up to 35 % by the first version, up to 40 % by the second.
        var pay = Policy.Default.Terms.PerformancePay;
        var history = new PolicyHistory(
        [
            new(new PolicyTerms { Version = "v1" }),
            new(new PolicyTerms { Version = "v2", EffectiveFrom = new(2026, 6, 1) }
                .With(pay with { Bands = [pay.Bands[0], pay.Bands[1] with { Above = 0.40m }, .. pay.Bands.Skip(2)] })
                .With(new TransitionTerms().With("performance-pay", VersionTransition.ByDays))),
        ]);
        var a = history.PerformancePay.Assess(
            new() { EmployeeId = "ann", Period = Period.Quarter(2026, 2), Target = 100, Actual = actual, CommittedPay = 1000 }, Day("2026-07-01"));

        Assert.Equal(programme, a.Programme);
        Assert.Equal(2, a.Parts.Count);
    }

    [Fact]
    public void Quarter_BeforeAVersionThatTakesOverByTheEvaluationDate_IsPaidByThoseOfItsDays()
    {
        var later = Paying("v3", new(2026, 9, 1), 0.1m, places: 0).With(new TransitionTerms().With("performance-pay", VersionTransition.ByEvaluationDate));
        var history = new PolicyHistory([new(Paying("v1", null, 1m)), new(Paying("v2", new(2026, 6, 1), 0.6m)), new(later)]);
        PayPeriod pay = new() { EmployeeId = "ann", Period = Period.Quarter(2026, 2), Target = 100, Actual = 90, CommittedPay = 1000 };

        // As without the later version, rounding included; and all of it by that one from its day on.
        Assert.Equal(868.13m, history.PerformancePay.Assess(pay, Day("2026-08-31")).Payable);
        Assert.Equal(100m, history.PerformancePay.Assess(pay, Day("2026-09-01")).Payable);
    }

    [Fact]
    public void Quarter_InWhichAVersionTookOverAll_IsPaidByThatOneAndTheLaterOnes()
    {
        var all = Paying("v3", new(2026, 6, 5), 1.4m).With(new TransitionTerms().With("performance-pay", VersionTransition.ByEvaluationDate));
        var history = new PolicyHistory(
        [
            new(Paying("v1", null, 1.5m)), new(Paying("v2", new(2026, 4, 15), 0.4m)), new(all), new(Paying("v4", new(2026, 6, 9), 0.3m)),
        ]);
        var a = history.PerformancePay.Assess(
            new() { EmployeeId = "ann", Period = Period.Quarter(2026, 2), Target = 100, Actual = 90, CommittedPay = 1000 }, Day("2026-07-07"));

        // 69 days up to 8 June at 140 %, 22 from then on at 30 %: 1000 * (69 * 1.4 + 22 * 0.3) / 91 = 1134.065934...
        Assert.Equal(1134.07m, a.Payable);
        Assert.Equal(["v3", "v4"], a.Parts.Select(p => p.Version));
    }

    [Fact]
    public void Parts_OfAnySplit_AddUpToWhatFractionsSay() => Check.One(Generated.Cases(80), Prop.ForAll(Splits.ToArbitrary(), c =>
    {
        var (history, pay) = c;
        var a = history.PerformancePay.Assess(pay, DateOnly.MaxValue);
        var (sum, cause) = (new Fraction(0, 1), false);
        for (var day = pay.Period.Start; day <= pay.Period.End; day = day.AddDays(1))
        {
            var terms = history.At(day)!.Terms;
            var said = FactReadings.PerformancePay(terms with { EffectiveFrom = null }, pay, DateOnly.MaxValue);
            cause |= said.Band is null;
            if (said.Band is { } band)
                sum = Plus(sum, Fraction.Of(terms.PerformancePay.Bands.Single(b => b.Name == band).Factor));
        }

        if (cause)
        {
            Assert.Equal(Standing.Undetermined, a.Standing);
            return;
        }

        var days = pay.Period.End.DayNumber - pay.Period.Start.DayNumber + 1;
        var newest = history.At(pay.Period.End)!.Terms.PerformancePay;
        var expected = (Fraction.Of(pay.CommittedPay!.Value) * sum * new Fraction(pay.Share ?? 1, (BigInteger)(pay.ShareOf ?? 1) * days)).RoundedTo(
            newest.Increment is { } step ? Fraction.Of(step) : new(1, BigInteger.Pow(10, newest.Decimals)), newest.Decimals, Halves.AwayFromZero);
        Assert.Equal(expected, a.Payable);
        if (a.Parts.Count > 0)
        {
            Assert.Equal((a.Payable, days), (a.Parts.Sum(p => p.Payable), a.Parts.Sum(p => p.Days)));
            Assert.Equal(a.Parts.Skip(1).Select(p => p.From), a.Parts.SkipLast(1).Select(p => p.Until.AddDays(1)));
        }
    }));

    private static Fraction Plus(Fraction one, Fraction other) =>
        new(one.Numerator * other.Denominator + other.Numerator * one.Denominator, one.Denominator * other.Denominator);

    private static Gen<(PolicyHistory History, PayPeriod Pay)> Splits =>
        from count in Gen.Choose(2, 3)
        from factors in Gen.ListOf(Gen.Choose(0, 200).Select(percent => percent / 100m), count)
        from starts in Gen.ListOf(Gen.Choose(0, 500), count)
        from places in Gen.Choose(0, 4)
        from increment in Gen.Elements<decimal?>(null, null, 10m, 5m)
        from period in Gen.Elements(Period.Year(2026), Period.Quarter(2026, 2), Period.Quarter(2026, 3), Period.Month(2026, 6), Period.Year(2024))
        from actual in Gen.Elements<decimal?>(90, 10, 100, null)
        from pay in Gen.Elements(1000m, 0m, 33.33m, 1_000_000m, 0.01m)
        from share in Gen.Elements<(int?, int?)>((null, null), (16, 31), (int.MaxValue - 1, int.MaxValue))
        let versions = starts.Distinct().Order().Select((day, i) => new Policy(Paying(
            $"v{i + 1}", i == 0 ? null : new DateOnly(2025, 12, 1).AddDays(day), factors[i], places, increment)))
        select (new PolicyHistory(versions), new PayPeriod
        {
            EmployeeId = "ann",
            Period = period,
            Target = 100,
            Actual = actual,
            CommittedPay = pay,
            Share = share.Item1,
            ShareOf = share.Item2,
        });

    private static PolicyTerms Paying(string version, DateOnly? from, decimal full, int places = 2, decimal? increment = null)
    {
        var pay = Policy.Default.Terms.PerformancePay;
        return new PolicyTerms { Version = version, EffectiveFrom = from }
            .With(pay with
            {
                Bands = [.. pay.Bands.Select(b => b.Name == "Full" ? b with { Factor = full } : b)],
                Decimals = places,
                Increment = increment,
            })
            .With(new TransitionTerms().With("performance-pay", VersionTransition.ByDays));
    }
}
