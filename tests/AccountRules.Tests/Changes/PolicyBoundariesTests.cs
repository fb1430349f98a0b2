using AccountRules.Facts;

namespace AccountRules.Tests.Changes;

public sealed class PolicyBoundariesTests
{
    private static readonly Policy Sample = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 2500, ExitThreshold = 2000 }));

    [Theory]
    [InlineData("fte-fulfillment", "open, day from 76 | open, day above 90 | fulfilled, day from 76 | fulfilled, day above 90")]
    [InlineData("registry-closure", "open, day above 30 | open, day above 60 | closed, day above 30 | closed, day above 60")]
    [InlineData("kpi-attainment", "attainment above 85 %")]
    [InlineData("key-account", "coming from Standard, revenue from 2500 | coming from Key, revenue from 2000")]
    [InlineData("performance-pay", "attainment above 35 % | attainment above 60 % | attainment above 80 % | attainment above 100 %")]
    [InlineData(
        "improvement-plan",
        "open, ExtendedOn missing, days from ExtendedTo to the evaluation date from 1 "
        + "| open, ExtendedTo missing, days from EndsOn to the evaluation date from 1 "
        + "| open, the evaluation date from ExtendedOn on, days from ExtendedTo to the evaluation date from 1 "
        + "| open, no ExtendedOn by the evaluation date, ExtendedTo given, days from EndsOn to the evaluation date from 1 "
        + "| completed, ExpectedAbove missing, attainment above 35 %")]
    [InlineData(
        "payment",
        "open, day past due above 0 | open, day past due above 30 | open, day past due above 60 | paid, day past due above 0 | paid, day past due above 30 "
        + "| paid, day past due above 60")]
    [InlineData("career", "full years from 3 | full years above 5")]
    public void Boundaries_OfARule_AreThoseOfThePolicy(string rule, string expected) => Assert.Equal(
        expected, string.Join(" | ", PolicyBoundaries.Of(Sample).Where(b => b.Rule.Id == rule).Select(b => b.ToString()[(rule.Length + 2)..])));

    /// <summary>"Met when all KPIs are met, and there is at least one; missed when any is missed; otherwise undetermined."</summary>
    [Fact]
    public void Boundaries_OfARollUp_AreCountsOfItsFacts()
    {
        var cases = PolicyBoundaries.Of(Sample).Where(b => b.Rule.Id == "kpi-month")
            .Select(b => (b.Measure, b.Cut, string.Join(", ", b.Cases.Select(c => c.Expected))));

        Assert.Contains(("Missed", Cut.From(1), "Met, Missed, Missed"), cases);
        Assert.Contains(("Met", Cut.From(1), "Undetermined, Met, Met"), cases);
        Assert.Contains(("Undetermined", Cut.From(1), "Met, Undetermined, Undetermined"), cases);
    }

    [Fact]
    public void Cases_OfPay_AreWhatTheRuleSays()
    {
        var boundaries = PolicyBoundaries.Of(Sample).Where(b => b.Rule.Id == "performance-pay").ToArray();

        Assert.Equal([0.7999m, 0.80m, 0.8001m], boundaries[2].Cases.Select(c => c.Value));
        Assert.Equal(["Partial, 60 %", "Partial, 60 %", "Full, 100 %"], boundaries[2].Cases.Select(c => c.Expected));
        Assert.All(boundaries.SelectMany(b => b.Cases), one => Assert.StartsWith(
            Sample.PerformancePay.Assess(
                new PayPeriod { EmployeeId = "e", Period = Period.Month(2026, 1), Target = 1, Actual = one.Value, CommittedPay = 100 }).Band!,
            one.Expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Cases_OfADeadline_AreWhatTheRuleSays() => Assert.All(
        from boundary in PolicyBoundaries.Of(Sample)
        where boundary.Rule.Id == "fte-fulfillment"
        from one in boundary.Cases
        select (boundary.Where, one), c =>
        {
            var ordered = new DateOnly(2026, 1, 1);
            var day = ordered.AddDays((int)c.one.Value);
            var said = Sample.FteFulfillment.Assess(new FteOrder { OrderId = "1", OrderedOn = ordered, FulfilledOn = c.Where == "open" ? null : day }, day);
            Assert.StartsWith(said.Standing.ToString(), c.one.Expected, StringComparison.Ordinal);
        });

    [Fact]
    public void Cases_OfACutOfManyDigits_LieInItsLastPlace()
    {
        var policy = new Policy(new PolicyTerms().With(new KpiAttainmentTerms { Above = 0.8500001m }));

        Assert.Equal([0.85m, 0.8500001m, 0.8500002m], PolicyBoundaries.Of(policy).Single(b => b.Rule.Id == "kpi-attainment").Cases.Select(c => c.Value));
    }

    [Fact]
    public void Boundaries_OfTheDocuments_AllRestOnAClause() => Assert.All(PolicyBoundaries.Of(Policy.Default), b => Assert.NotNull(b.Clause));

    [Fact]
    public void Boundary_OfAnOwnRuleWithoutACitation_RestsOnNoClause() =>
        Assert.Contains(PolicyBoundaries.Of(OwnRules.Policy(new())), b => b is { Rule.Id: "own", Clause: null, Cut.At: 5 });
}
