using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

public sealed class PolicyTests
{
    [Fact]
    public void DefaultPolicy_HasTheDocumentsNumbers()
    {
        var terms = Policy.Default.Terms;
        Assert.Equal(
            ("account-management", "documents", "account-management documents"), (Policy.Default.Name, Policy.Default.Version, Policy.Default.ToString()));
        Assert.Equal((90, 76), (terms.FteFulfillment.LimitDays, terms.FteFulfillment.AtRiskFromDay));
        Assert.Equal((30, 60, 1), (terms.RegistryClosure.TargetDays, terms.RegistryClosure.LimitDays, terms.RegistryClosure.FiscalYearStartMonth));
        Assert.Equal([2, 3], terms.RegistryClosure.FocusQuarters);
        Assert.Equal(0.85m, terms.KpiAttainment.Above);
        Assert.Equal((null, null), (terms.KeyAccount.EntryThreshold, terms.KeyAccount.ExitThreshold));
        Assert.Equal((2, PayRounding.HalfAwayFromZero), (terms.PerformancePay.Decimals, terms.PerformancePay.Rounding));
        Assert.Equal(
            [
                new() { Name = "Pip", Factor = 0, Programme = "PIP" }, new() { Name = "Low", Above = 0.35m, Factor = 0.4m },
                new() { Name = "Partial", Above = 0.6m, Factor = 0.6m },
                new() { Name = "Full", Above = 0.8m, Factor = 1 }, new PayBandTerms { Name = "Over", Above = 1, Factor = 1.1m },
            ],
            terms.PerformancePay.Bands);
    }

    [Theory]
    [InlineData("fte-fulfillment", "expectations, 2")]
    [InlineData("registry-closure", "expectations, 4")]
    [InlineData("kpi-attainment", "expectations, 3")]
    [InlineData("kpi-month", "expectations, 3")]
    [InlineData("key-account", "key-account-manager, KPIs")]
    [InlineData("performance-pay", "key-account-manager, PLP table")]
    [InlineData("improvement-plan", "key-account-manager, PIP")]
    public void Rule_OfThePolicy_NamesItsClauseAndVersion(string id, string citation)
    {
        var policy = new Policy(new PolicyTerms { Version = "2026.1" });
        var rule = policy.Rules.Single(r => string.Equals(r.Id, id, StringComparison.Ordinal));
        Assert.Equal((citation, "2026.1"), (rule.Info.Citation!.ToString(), rule.Info.PolicyVersion));
        Assert.All([rule.Info.Title, rule.Info.Says, rule.Info.Reading], text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Fact]
    public void Assessment_OfAPolicysRule_CarriesVersionAndCitation()
    {
        var a = new Policy(new PolicyTerms { Version = "2026.1" }).FteFulfillment.Assess(
            new FteOrder { OrderId = "7", AccountId = "A", OrderedOn = Dated.Start }, Dated.Start);
        Assert.Equal(("2026.1", "expectations, 2", "7", "A"), (a.PolicyVersion, a.Citation!.ToString(), a.Subject, a.Account));
    }

    [Fact]
    public void Policies_WithTheSameTerms_AreEqual()
    {
        Policy one = new(Changed(0.50m)), same = new(Changed(0.5m));
        Assert.True(one.Equals(same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(new Policy(new PolicyTerms { Version = "documents" }).Equals(Policy.Default));

        static PolicyTerms Changed(decimal above) =>
            new PolicyTerms().With(new RegistryClosureTerms { FocusQuarters = [1, 2] })
                .With(new PerformancePayTerms { Bands = [new() { Name = "A", Programme = "PIP" }, new() { Name = "B", Above = above, Factor = 1 }] });
    }

    [Fact]
    public void Policies_WithAnyTermChanged_Differ()
    {
        var terms = Policy.Default.Terms;
        PolicyTerms[] changed =
        [
            terms with { Version = "2" }, terms with { Policy = "other" }, terms with { EffectiveFrom = Dated.Start },
            terms.With(new FteFulfillmentTerms { LimitDays = 91 }), terms.With(new FteFulfillmentTerms { AtRiskFromDay = 75 }),
            terms.With(new RegistryClosureTerms { TargetDays = 29 }), terms.With(new RegistryClosureTerms { LimitDays = 61 }),
            terms.With(new RegistryClosureTerms { FocusQuarters = [2] }), terms.With(new RegistryClosureTerms { FocusQuarters = [3, 2] }),
            terms.With(new RegistryClosureTerms { FiscalYearStartMonth = 4 }),
            terms.With(new KpiAttainmentTerms { Above = 0.86m }), terms.With(new KeyAccountTerms { EntryThreshold = 1 }),
            terms.With(new KeyAccountTerms { EntryThreshold = 2, ExitThreshold = 1 }),
            terms.With(new PerformancePayTerms { Decimals = 3 }), terms.With(new PerformancePayTerms { Rounding = PayRounding.HalfToEven }),
            terms.With(new PerformancePayTerms { Bands = [.. terms.PerformancePay.Bands.Take(4)] }),
            terms.With(new ImprovementPlanTerms { ExpectedAbove = 0.35m }),
        ];
        Assert.All(changed, other => Assert.False(new Policy(other).Equals(Policy.Default), $"{other}"));
    }

    [Fact]
    public void Terms_WithTheSameItemsInLists_AreEqual()
    {
        RegistryClosureTerms Made(params int[] quarters) => new() { FocusQuarters = [.. quarters], Levels = [new() { Name = "Head", DaysPast = 3 }] };
        Assert.Equal(Made(1, 2), Made(1, 2));
        Assert.Equal(Made(1, 2).GetHashCode(), Made(1, 2).GetHashCode());
        Assert.NotEqual(Made(1, 2), Made(2, 1));
        Assert.NotEqual(Made(1, 2), Made(1));
        Assert.NotEqual(Made(1), Made(1) with { Levels = [] });
        Assert.Equal("[1, 2]", Made(1, 2).FocusQuarters.ToString());
    }

    [Fact]
    public void Terms_HandedAListThatIsChangedLater_StayAsTheyWere()
    {
        List<int> quarters = [2];
        var terms = new RegistryClosureTerms { FocusQuarters = [.. quarters] };
        quarters.Add(3);
        Assert.Equal([2], terms.FocusQuarters);
    }

    [Fact]
    public void Policy_WithBadTerms_NamesAllProblemsInOneGo()
    {
        var terms = new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 0, AtRiskFromDay = 76 })
            .With(new RegistryClosureTerms { TargetDays = 60, LimitDays = 60, FocusQuarters = [2, 5, 2], FiscalYearStartMonth = 13 })
            .With(new KpiAttainmentTerms { Above = -0.01m })
            .With(new KeyAccountTerms { EntryThreshold = 10, ExitThreshold = 11 })
            .With(new PerformancePayTerms
            {
                Bands = [new() { Name = "A", Above = 0.1m }, new() { Name = "A", Above = 0.5m }, new() { Name = "C", From = 0.5m }, new() { Name = "D" }],
                Decimals = 11,
            })
            .With(new ImprovementPlanTerms { ExpectedAbove = 101 });
        var paths = Assert.Throws<PolicyException>(() => new Policy(terms)).Problems.Select(p => p.Path).Order(StringComparer.Ordinal);
        Assert.Equal(
        [
            "$.fteFulfillment.atRiskFromDay", "$.fteFulfillment.limitDays", "$.improvementPlan.expectedAbove", "$.keyAccount.exitThreshold",
            "$.kpiAttainment.above", "$.performancePay.bands[0].above", "$.performancePay.bands[1].name", "$.performancePay.bands[2].from",
            "$.performancePay.bands[3]", "$.performancePay.decimals",
            "$.registryClosure.fiscalYearStartMonth", "$.registryClosure.focusQuarters[1]", "$.registryClosure.focusQuarters[2]", "$.registryClosure.limitDays",
        ], paths);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void KeyAccount_WithAThresholdThatEveryAccountReaches_IsRefused(int entry) =>
        Assert.Equal(
            "$.keyAccount.entryThreshold",
            Assert.Single(
                Assert.Throws<PolicyException>(() => new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = entry }))).Problems).Path);

    [Fact]
    public void KeyAccount_WithAnExitThresholdAlone_IsRefused() =>
        Assert.Equal(
            "$.keyAccount.exitThreshold",
            Assert.Single(Assert.Throws<PolicyException>(() => new Policy(new PolicyTerms().With(new KeyAccountTerms { ExitThreshold = 5 }))).Problems).Path);

    [Fact]
    public void ImprovementPlan_WithoutAProgrammeToTakeItsExpectationFrom_IsRefused()
    {
        var problem = Assert.Single(
            Assert.Throws<PolicyException>(
                () => new Policy(
                    new PolicyTerms().With(new PerformancePayTerms { Bands = [new() { Name = "All", Programme = "PIP", Factor = 1 }] }))).Problems);
        Assert.Equal(
            "$.improvementPlan.expectedAbove: found nothing; allowed: an achievement such as 0.35, since no pay band that enters a "
            + "programme has an end to take it from.",
            problem.ToString());
    }
}
