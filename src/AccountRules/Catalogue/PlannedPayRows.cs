using AccountRules.Facts;

namespace AccountRules;

/// <summary>Makes the pay periods of an employee of pay plans and KPI results.</summary>
/// <param name="kpiPlan">The plan of KPIs of a pay period, or why there is none.</param>
internal sealed class PlannedPayRows(Func<PlannedPeriod, (KpiPlanTerms? Plan, Cause Cause)> kpiPlan)
{
    public FactGathering<PlannedPay> Gathering => new FactGathering<PlannedPay>(Rows)
        .From(KpiResult.Shape, result => [new(result.EmployeeId)])
        .From(PayPlan.Shape, plan => [new(plan.EmployeeId)]);

    private IEnumerable<PlannedPay> Rows(GatheredFacts facts)
    {
        KpiResult[] results = [.. facts.Of<KpiResult>()];
        PayPlan[] plans = [.. facts.Of<PayPlan>()];
        List<(PlannedPay Row, bool TakesDays)> planned = [];
        foreach (var of in plans.SelectMany(PlannedPeriod.Of).GroupBy(p => (p.Period, p.Plan.AssignmentId))
            .OrderBy(g => g.Key.Period).ThenBy(g => g.Key.AssignmentId, StringComparer.Ordinal))
        {
            var first = of.First();
            planned.Add(of.Skip(1).Any() ? (Without(first, Cause.SeveralPayPlans), true) : Row(first, results));
        }

        var left = results.Select(r => r.Period).Distinct()
            .Where(p => !planned.Exists(of => of.Row.Pay.Period == p || (of.TakesDays && of.Row.Pay.Period.Overlaps(p)))).Order();

        return planned.Select(of => of.Row).Concat(left.Select(period => new PlannedPay
        {
            Pay = new() { EmployeeId = facts.Group.Subject, Period = period, Target = 1, Actual = null, CommittedPay = null },
            Cause = Cause.NoPayPlan,
        }));
    }

    /// <summary>A row, and whether it says what becomes of all results of its days: it is rolled up of them, or cannot be followed at all.</summary>
    private (PlannedPay Row, bool TakesDays) Row(in PlannedPeriod of, KpiResult[] results)
    {
        var (planned, cause) = (of.Period, of.Cause);
        var plan = (KpiPlanTerms?)null;
        if (cause.IsNone)
            (plan, cause) = kpiPlan(of);

        if (plan is null)
            return (Without(of, cause), true);

        Period[] months = [.. planned.InMonths];
        var isRolledUp = plan.RollUp is not null && months.Length > 1;
        var sum = isRolledUp
            ? AchievementSum.Of(Array.FindAll(results, r => r.Period.Overlaps(planned)), plan, months)
            : AchievementSum.Of(Array.FindAll(results, r => r.Period == planned), plan);
        var achievement = sum.For(of.Plan.EmployeeId, planned);
        return (new() { Pay = Of(of, achievement.ForPay(of.Plan.CommittedPay)), Plan = of.Plan, Achievement = achievement }, isRolledUp);
    }

    private static PlannedPay Without(in PlannedPeriod of, Cause cause) => new()
    {
        Pay = Of(of, new() { EmployeeId = of.Plan.EmployeeId, Period = of.Period, Target = 1, Actual = null, CommittedPay = of.Plan.CommittedPay }),
        Plan = of.Plan,
        Cause = cause,
    };

    private static PayPeriod Of(in PlannedPeriod of, PayPeriod pay) => pay with
    {
        AssignmentId = of.Plan.AssignmentId,
        Group = of.Plan.Group,
        Currency = of.Plan.Currency,
        Share = of.Share,
        ShareOf = of.ShareOf,
    };
}
