using AccountRules.Facts;

namespace AccountRules;

/// <summary>From KPI results and pay plans to pay.</summary>
public static class PlannedPays
{
    private static readonly Guard<PlannedPay>[] Causes =
    [
        .. new[] { Cause.NoPayPlan, Cause.SeveralPayPlans, Cause.UnevenPayPlan, Cause.TooLarge, Cause.NoKpiPlan, Cause.PayPlanStraddlesVersions }
            .Select(cause => new Guard<PlannedPay>((row, asOf) => row.Cause == cause, cause)),
    ];

    extension(Policy policy)
    {
        /// <summary>
        /// <c>performance-pay</c> of the pay periods that pay plans and KPI results make (key-account-manager, PLP table): each period of a plan is paid by
        /// what was attained of its plan of KPIs, which is that of the policy's version in force in the period. A period of a plan without results, and
        /// results of a period without a plan, are undetermined, and say so. Made on each call: keep it for many facts.
        /// <c>policy.PlannedPay().Collect(asOf).AddRange(results).AddRange(plans).Assess()</c>.
        /// </summary>
        public GatheredRule<PlannedPay> PlannedPay() =>
            new(policy.PerformancePay.For(row => row.Pay, Causes), new PlannedPayRows(planned => KpiPlanOf(policy, planned)).Gathering);
    }

    private static (KpiPlanTerms? Plan, Cause Cause) KpiPlanOf(Policy policy, PlannedPeriod planned)
    {
        var period = planned.Period;
        PolicyTerms[] terms = policy is not PolicyHistory history ? [policy.Terms] :
        [
            history.TermsOn(period.Start),
            .. history.Versions.Where(v => v.Terms.EffectiveFrom > period.Start && v.Terms.EffectiveFrom <= period.End).Select(v => v.Terms),
        ];
        KpiPlanTerms?[] plans = [.. terms.Select(t => AchievementPlans.Find(t, planned.Plan.KpiPlan ?? "")).Distinct()];
        return plans.Length > 1 || (planned.IsInPart && IsByDays(policy.PerformancePay, period)) ? (null, Cause.PayPlanStraddlesVersions)
            : plans[0] is { } plan ? (plan, Cause.None)
            : (null, Cause.NoKpiPlan);
    }

    /// <summary>Whether the days of a period are paid by several versions, each by its own.</summary>
    private static bool IsByDays(TierRule<PayPeriod> pay, Period period) => pay.Versions?.Plan is { } plan
        && Enumerable.Range(1, plan.Versions.Count - 1).Any(v => plan.TransitionOf(v) == VersionTransition.ByDays && !plan.IsAsBefore(v)
            && plan.From(v) > period.Start && plan.From(v) <= period.End);
}
