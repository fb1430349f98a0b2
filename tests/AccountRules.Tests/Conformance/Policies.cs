using AccountRules.Facts;
using AccountRules.Tests.Oracle;

namespace AccountRules.Tests.Conformance;

/// <summary>The oracle, given the thresholds that the terms state.</summary>
internal static class Policies
{
    public static Expected Says(PolicyTerms terms, FteOrder order, DateOnly asOf) =>
        InForce.From(
            terms.EffectiveFrom, order.OrderedOn, FteFulfillmentOracle.Of(
                order, asOf, terms.FteFulfillment, new(terms, terms.FteFulfillment.Calendar, order.Calendar, order.Pauses)));

    public static Expected Says(PolicyTerms terms, RegistryItem item, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, item.AddedOn, RegistryClosureOracle.Of(item, asOf,
            terms.RegistryClosure.TargetDays, terms.RegistryClosure.LimitDays, terms.RegistryClosure.FocusQuarters,
            terms.RegistryClosure.FiscalYearStartMonth, terms.RegistryClosure.Levels,
            new(terms, terms.RegistryClosure.Calendar, item.Calendar, item.Pauses)));

    public static Expected Says(PolicyTerms terms, KpiResult result, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, result.Period.Start, KpiAttainmentOracle.Of(result, asOf, terms.KpiAttainment.Above));

    public static Expected Says(PolicyTerms terms, AccountRevenue revenue, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, revenue.Period.Start, KeyAccountOracle.Of(revenue, asOf, terms.KeyAccount.EntryThreshold));

    public static Expected Says(PolicyTerms terms, PayPeriod period, DateOnly asOf)
    {
        var rows = terms.PerformancePay.Bands.Reverse().Select(b => new PerformancePayOracle.PayRow(b.Name, b.Above ?? b.From, b.Above is not null, b.Factor));
        var expected = PerformancePayOracle.Of(period, asOf, [.. rows], terms.PerformancePay.Decimals, terms.PerformancePay.Rounding switch
        {
            PayRounding.HalfToEven => Halves.ToEven,
            PayRounding.TowardZero or PayRounding.Down => Halves.CutOff,
            PayRounding.Up => Halves.Up,
            _ => Halves.AwayFromZero,
        }, terms.PerformancePay.Increment, paysWhileRunning: terms.PerformancePay.Judged == PeriodJudgement.AsItStands);
        return InForce.From(terms.EffectiveFrom, period.Period.Start, expected);
    }

    public static Expected Says(PolicyTerms terms, ImprovementPlan plan, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, plan.StartedOn, Unbound(terms, plan, asOf));

    private static Expected Unbound(PolicyTerms terms, ImprovementPlan plan, DateOnly asOf)
    {
        if (terms.ImprovementPlan.ExpectedAbove is { } above)
            return ImprovementPlanOracle.Of(plan, asOf, above);

        var afterPip = terms.PerformancePay.Bands.Last(b => b.Programme is not null) is var pip
            ? terms.PerformancePay.Bands.SkipWhile(b => b != pip).ElementAt(1)
            : throw new InvalidOperationException();
        return ImprovementPlanOracle.Of(plan, asOf, afterPip.Above ?? afterPip.From!.Value, isAbove: afterPip.Above is not null);
    }
}
