using System.Globalization;
using System.Numerics;
using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Achievements;

/// <summary>An achievement says of each KPI what it brings, and these add up to it.</summary>
public sealed class AchievementPartsTests
{
    private static readonly KpiPlanTerms Sales = new()
    {
        Name = "sales",
        Kpis =
        [
            new() { Name = "sales", Weight = 0.5m, Cap = 1.2m },
            new() { Name = "calls", Weight = 0.3m },
            new() { Name = "faults", Weight = 0.2m, Direction = Direction.LowerIsBetter, Cap = 1.5m, Floor = 0.5m },
        ],
    };

    [Fact]
    public void Parts_OfAPlan_HaveTheirBoundsAndContributions_InItsOrder()
    {
        // 130 of 100 counts as 120 %, 86 of 100 is 86 %, 40 faults against 10 are 25 %, which counts as 50 %: 0.6 + 0.258 + 0.1.
        var achievement = Assert.Single(Achievement.Of([Kpi("calls", 86), Kpi("sales", 130), Kpi("faults", 40, 10)], Sales));

        Assert.Equal(
        [
            ("sales", 1.3m, AttainmentBound.Cap, 1.2m, 0.5m, 0.6m), ("calls", 0.86m, AttainmentBound.None, 0.86m, 0.3m, 0.258m),
            ("faults", 0.25m, AttainmentBound.Floor, 0.5m, 0.2m, 0.1m),
        ], achievement.Parts.Select(p => (p.Kpi, p.Attained!.Value, p.Bound, p.Counted!.Value, p.Weight, p.Contribution!.Value)));
        Assert.Equal(0.958m, achievement.Attained);
        Assert.Equal(
            "ann in 2026-10 attained 95.8 % (of calls, faults and sales, weight 1)\n"
            + "  sales: 130 of 100 is 130 %, counts as 120 %, the most; × 0.5 = 60 %\n"
            + "  calls: 86 of 100 is 86 %; × 0.3 = 25.8 %\n"
            + "  faults: 40 against 10, where lower is better, is 25 %, counts as 50 %, the least; × 0.2 = 10 %", achievement.Explain());
    }

    [Fact]
    public void Parts_WithoutAPlan_HaveTheirWeightOfAll()
    {
        var achievement = Assert.Single(Achievement.Of(
            [Kpi("a", 100, 300, weight: 2), Kpi("b", 31, 31, weight: 1) with { TargetShare = 16, TargetShareOf = 31 }]));

        // 2/3 of 1/3, and 1/3 of 31/16.
        Assert.Equal(
            "ann in 2026-10 attained 86.80… % (of a and b, weight 3)\n"
            + "  a: 100 of 300 is 33.33… %; × 2/3 = 22.22… %\n"
            + "  b: 31 of 31 × 16/31 is 193.75 %; × 1/3 = 64.58… %", achievement.Explain());
        Assert.Equal(achievement.Attained, achievement.Parts.Sum(p => p.Contribution));
    }

    [Fact]
    public void Parts_OfWhatIsNotKnown_SayWhichKpiLacksWhat_AndBringNothing()
    {
        var achievement = Assert.Single(Achievement.Of([Kpi("calls", null), Kpi("sales", 130)], Sales));

        Assert.Equal((Cause.NoKpiResult, "faults"), (achievement.Cause, achievement.Kpi));
        Assert.All(achievement.Parts, part => Assert.Null(part.Contribution));
        Assert.Equal(
            "ann in 2026-10 has no achievement: KPI faults has no result, and the plan names it (of calls and sales, weight 0.8)\n"
            + "  sales: 130 of 100 is 130 %, counts as 120 %, the most\n"
            + "  calls has no actual\n"
            + "  faults has no result, and the plan names it", achievement.Explain());
    }

    [Theory]
    [InlineData("1/3 1/7 0/100", "c: 0 of 100 is 0 %; × 1/3 = 0 %")]
    [InlineData("1/3 1/3 3/10", "c: 3 of 10 is 30 %; × 1/3 = 10 %")]
    [InlineData("-2/3 1/7 3/10", "c: 3 of 10 is 30 %; × 1/3 = 10 %")]
    [InlineData("-1/3 -1/3 0/100", "c: 0 of 100 is 0 %; × 1/3 = 0 %")]
    public void Part_ThatEnds_IsNotWhatIsLeftOfOthers(string results, string last)
    {
        var achievement = Assert.Single(Achievement.Of(results.Split(' ').Select((r, i) => Kpi(
            $"{(char)('a' + i)}", int.Parse(r.Split('/')[0], CultureInfo.InvariantCulture), int.Parse(r.Split('/')[1], CultureInfo.InvariantCulture)))));
        Assert.Equal(last, $"{achievement.Parts[^1]}");
        Assert.Equal(achievement.Attained, achievement.Parts.Sum(p => p.Contribution));
    }

    [Fact]
    public void WhatIsCutOff_IsWithTheLargestOfTheParts()
    {
        // Half of 2/9 and half of 1/9: the second is cut after fifteen places, and the first has what is left of 1/6.
        var achievement = Assert.Single(Achievement.Of([Kpi("a", 2, 9, weight: 1), Kpi("b", 1, 9, weight: 1)]));
        Assert.Equal((0.055555555555555m, achievement.Attained), (achievement.Parts[1].Contribution, achievement.Parts.Sum(p => p.Contribution)));
    }

    [Fact]
    public void Part_ThatCameTwiceAndDiffers_IsNotTheFirstOfThem() => Assert.Equal(
        ["calls has more than one row", "sales: 130 of 100 is 130 %"],
        Assert.Single(Achievement.Of([Kpi("calls", 50), Kpi("calls", 60), Kpi("sales", 130)])).Parts.Select(part => $"{part}"));

    [Fact]
    public void Part_WithALineBreakInItsName_StaysALine() => Assert.Equal(
        "a\\nb: 86 of 100 is 86 %; × 1 = 86 %", $"{Assert.Single(Achievement.Of([Kpi("a\nb", 86)])).Parts[0]}");

    [Fact]
    public void Part_WithoutARatio_CountsAsTheMost() => Assert.Equal(
        "faults: 0 against 10, where lower is better, has no ratio, counts as 150 %, the most; × 0.2 = 30 %",
        Assert.Single(Achievement.Of([Kpi("calls", 86), Kpi("sales", 130), Kpi("faults", 0, 10)], Sales)).Parts[2].ToString());

    [Fact]
    public void Contributions_OfAnyResults_AddUp_AndAreWhatFractionsSay() => Check.One(Generated.Cases(400), Prop.ForAll(Any.ToArbitrary(), results =>
    {
        var achievement = Assert.Single(Achievement.Of(results));
        var weights = results.Aggregate(new Fraction(0, 1), (sum, r) => sum.Plus(Fraction.Of(r.Weight!.Value)));
        Assert.Equal(results.Select(r => r.Kpi), achievement.Parts.Select(p => p.Kpi));
        Assert.Equal(achievement.Attained, achievement.Parts.Sum(p => p.Contribution));
        var others = 0;
        foreach (var (part, result) in achievement.Parts.Zip(results))
        {
            var (top, bottom) = result.Direction == Direction.LowerIsBetter ? (result.Target, result.Actual) : (result.Actual, result.Target);
            var exact = Fraction.Of(top!.Value) * Fraction.Of(result.Weight!.Value);
            exact = exact.Over(Fraction.Of(bottom!.Value)).Over(weights);

            // Each is cut after the fifteenth place, and one has what is cut off of the others.
            var off = Fraction.Of(part.Contribution!.Value).Plus(new(-exact.Numerator, exact.Denominator));
            var places = BigInteger.Abs(off.Numerator) * BigInteger.Pow(10, 15);
            Assert.True(places < results.Length * off.Denominator, $"{part.Contribution} is not {exact}");
            others += places >= off.Denominator || off.Numerator.Sign > 0 ? 1 : 0;
        }

        Assert.True(others <= 1);
    }));

    private static Gen<KpiResult[]> Any =>
        from count in Gen.Choose(1, 5)
        from actuals in Gen.Elements(86m, 100m, 0.01m, 1m / 3, 999_999.99m, 7m).ArrayOf(count)
        from targets in Gen.Elements(100m, 3m, 7m, 0.07m, 12_345.67m).ArrayOf(count)
        from weights in Gen.Elements(1m, 0.5m, 0.3333m, 3m).ArrayOf(count)
        from lower in Gen.Elements(false, false, true).ArrayOf(count)
        select Enumerable.Range(0, count)
            .Select(i => Kpi($"K{i}", actuals[i], targets[i], weights[i]) with { Direction = lower[i] ? Direction.LowerIsBetter : Direction.HigherIsBetter })
            .ToArray();

    private static KpiResult Kpi(string name, decimal? actual, decimal target = 100, decimal? weight = null) =>
        new() { EmployeeId = "ann", Kpi = name, Period = Period.Month(2026, 10), Target = target, Actual = actual, Weight = weight };
}
