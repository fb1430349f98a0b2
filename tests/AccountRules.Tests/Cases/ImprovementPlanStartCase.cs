using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Up to 35% enters the Performance Improvement Plan": the periods of an employee that lead into it, and the plans that were started.</summary>
internal static class ImprovementPlanStartCase
{
    public static GatheredCase Case { get; } = new GatheredCase<PlanStart>(p => p.ImprovementPlanStart)
    {
        Facts = Any,
        Says = ImprovementPlanStartReading.Of,
        Standings =
        [
            Standing.AtRisk, Standing.Late, Standing.Met, Standing.NotApplicable, Standing.OnTrack, Standing.Overdue, Standing.Undetermined,
        ],
        AnyTerms = _ => AnyTerms,
    };

    private static readonly string[] Employees = ["ann", "ann", "ann", "bob", "bob", "cy", "di", "eve", "fay"];

    /// <summary>Mostly in the lowest band, in neighbouring months, with plans that start around the days on which they are due.</summary>
    private static Gen<object[]> Any(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        var limit = terms.ImprovementPlanStart.StartWithinDays ?? 10;
        var period = from employee in Gen.Elements(Employees)
                     from of in Groups.PeriodNear(asOf, reach)
                     from any in AnyFact.PayPeriod(terms, asOf, reach)
                     from isAny in Gen.Choose(0, 4)
                     select (object)(isAny == 0
                         ? any with { EmployeeId = employee, Period = of }
                         : new PayPeriod
                         {
                             EmployeeId = employee,
                             AssignmentId = any.AssignmentId,
                             Group = any.Group,
                             Period = of,
                             Target = 1,
                             Actual = -1,
                             CommittedPay = 1,
                         });
        var plan = from employee in Gen.Elements(Employees)
                   from of in Groups.PeriodNear(asOf, reach)
                   from any in AnyFact.ImprovementPlan(terms, asOf, reach)
                   from days in Gen.Elements(0, 1, limit - 1, limit, limit + 1, -3)
                   from isAny in Gen.Choose(0, 2)
                   let started = Dates.Shift(of.End, 1 + days, reach)
                   select (object)(isAny == 0
                       ? any with { EmployeeId = employee }
                       : new ImprovementPlan { EmployeeId = employee, StartedOn = started, EndsOn = Dates.Shift(started, 60, reach) });
        return from periods in period.ArrayOf(10)
               from plans in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(1, 3))).SelectMany(count => plan.ArrayOf(count))
               select periods.DistinctBy(p => PayPeriod.Shape.KeyOf((PayPeriod)p))
                   .Concat(plans.DistinctBy(p => ImprovementPlan.Shape.KeyOf((ImprovementPlan)p))).ToArray();
    }

    private static Gen<Func<PolicyTerms, PolicyTerms>> AnyTerms =>
        from after in Gen.Elements(1, 1, 2, 3)
        from within in Gen.Frequency((6, Gen.Elements<int?>(0, 5, 10, 30, 90)), (1, Gen.Constant<int?>(null)))
        from share in Deadlines.Share
        from levels in Deadlines.Levels
        select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(
            new ImprovementPlanStartTerms { AfterPeriods = after, StartWithinDays = within, AtRiskFromShare = share, Levels = [.. levels] }));
}
