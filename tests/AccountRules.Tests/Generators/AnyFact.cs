using AccountRules.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Generators;

/// <summary>Facts around the cuts of the terms they are to be judged by.</summary>
internal static class AnyFact
{
    public static Gen<FteOrder> FteOrder(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        var own = terms.FteFulfillment;
        int[] cuts = [own.AtRiskFromDay, 0, .. Deadlines.Turns(own.LimitDays, own.AtRiskFromShare, own.Levels)];
        return from start in Dates.Start(asOf, cuts, reach)
               from end in Dates.End(start, asOf, cuts, reach)
               from days in WorkingDays.OfFact(asOf, reach)
               select new FteOrder
               {
                   OrderId = "1042",
                   AccountId = "A",
                   OrderedOn = start,
                   FulfilledOn = end,
                   Headcount = 3,
                   Pauses = days.Pauses,
                   Calendar = days.Calendar,
               };
    }

    public static Gen<RegistryItem> RegistryItem(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        var own = terms.RegistryClosure;
        int[] cuts = [own.TargetDays, 0, .. Deadlines.Turns(own.LimitDays, share: null, own.Levels)];
        return from start in Dates.Start(asOf, cuts, reach)
               from end in Dates.End(start, asOf, cuts, reach)
               from days in WorkingDays.OfFact(asOf, reach)
               select new RegistryItem
               {
                   ItemId = "R-7",
                   AccountId = "A",
                   AddedOn = start,
                   ClosedOn = end,
                   Pauses = days.Pauses,
                   Calendar = days.Calendar,
               };
    }

    public static Gen<KpiResult> KpiResult(PolicyTerms terms, DateOnly asOf, Reach reach) =>
        from period in Dates.PeriodAround(asOf, reach)
        from result in KpiResult(Gen.Elements("ann", "bob", "cy"), Gen.Constant(period), terms, reach)
        select result;

    public static Gen<KpiResult> KpiResult(Gen<string> employees, Gen<Period> periods, PolicyTerms terms, Reach reach)
    {
        var above = terms.KpiAttainment.Above;
        return from employee in employees
               from period in periods
               from direction in Gen.Elements(Direction.HigherIsBetter, Direction.HigherIsBetter, Direction.LowerIsBetter)
               from whole in Numbers.Whole(reach)
               from part in Numbers.Part(whole, [above, 1m], reach)
               let isHigher = direction == Direction.HigherIsBetter || part is null || whole is null
               from shared in Numbers.OfAShare(isHigher ? part : whole, isHigher ? whole : part, reach)
               select new KpiResult
               {
                   EmployeeId = employee,
                   Kpi = isHigher ? "calls" : "faults",
                   Period = period,
                   Target = shared.Target,
                   Actual = shared.Actual,
                   Direction = direction,
                   TargetShare = shared.Share,
                   TargetShareOf = shared.Of,
               };
    }

    public static Gen<AccountRevenue> AccountRevenue(PolicyTerms terms, DateOnly asOf, Reach reach) =>
        from period in Dates.PeriodAround(asOf, reach)
        from revenue in Revenue(terms, reach)
        from currency in Currency
        select new AccountRevenue { AccountId = "A", Period = period, Revenue = revenue, Currency = currency };

    /// <summary>Mostly the one, or none.</summary>
    public static Gen<string?> Currency => Gen.Frequency(
        (12, Gen.Constant<string?>(null)), (4, Gen.Constant<string?>("EUR")), (1, Gen.Elements<string?>("USD", "eur")));

    public static Gen<decimal?> Revenue(PolicyTerms terms, Reach reach)
    {
        var entry = terms.KeyAccount.EntryThreshold ?? 100_000m;
        return Numbers.Part(1m, [entry, terms.KeyAccount.ExitThreshold ?? entry], reach);
    }

    public static Gen<PayPeriod> PayPeriod(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        var pay = terms.PerformancePay;
        decimal[] cuts = [.. pay.Bands.Concat(pay.Tables.SelectMany(t => t.Bands)).Select(b => b.Above ?? b.From ?? 1m)];
        return from period in Dates.PeriodAround(asOf, reach)
               from whole in Numbers.Whole(reach)
               from part in Numbers.Part(whole, cuts, reach)
               from committed in Gen.Frequency<decimal?>(
                   (9, Numbers.Any(reach).Select(n => (decimal?)Math.Abs(Math.Abs(n) <= reach.LargestPay ? n : n % reach.LargestPay))),
                   (3, Gen.Choose(0, 100_000).Select(n => (decimal?)(n / 8m))),
                   (1, Numbers.Any(reach).Select(n => (decimal?)(n % 10_000m))),
                   (1, Gen.Constant<decimal?>(null)))
               from share in Share
               from shared in Numbers.OfAShare(part, whole, reach)
               from assignment in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("a1", "a2")))
               from @group in Gen.Frequency((1, Gen.Elements<string?>(null, "DE-1", "")), (4, Gen.Elements<string?>(PayTables.Groups)))
               from currency in Gen.Frequency((3, Gen.Constant<string?>(null)), (2, Gen.Elements<string?>("EUR", "JPY", "eur")))
               from withheld in Gen.Frequency((9, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>("quality")))
               select new PayPeriod
               {
                   EmployeeId = "ann",
                   Period = period,
                   Target = shared.Target,
                   Actual = shared.Actual,
                   CommittedPay = committed,
                   Share = share.Part,
                   ShareOf = share.Whole,
                   TargetShare = shared.Share,
                   TargetShareOf = shared.Of,
                   AssignmentId = assignment,
                   Group = @group,
                   Currency = currency,
                   WithheldFor = withheld,
               };
    }

    /// <summary>All of it, possible shares, and impossible ones on every side.</summary>
    private static Gen<(int? Part, int? Whole)> Share => Gen.Frequency(
        (6, Gen.Constant(((int?)null, (int?)null))),
        (6, from whole in Gen.Elements(1, 7, 12, 30, 31, 360, 365, int.MaxValue) from part in Gen.Choose(0, whole) select ((int?)part, (int?)whole)),
        (1, from whole in Gen.Elements<int?>(null, -1, 0, 1, 30) from part in Gen.Elements<int?>(null, -1, 0, 1, 2, 31) select (part, whole)));

    public static Gen<ImprovementPlan> ImprovementPlan(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        var bands = terms.PerformancePay.Bands;
        var expected = terms.ImprovementPlan.ExpectedAbove ?? (bands.Count > 1 ? bands[1].Above ?? bands[1].From : null) ?? 0.35m;
        return from started in Dates.Start(asOf, [0, 60, 90], reach)
               from ends in Dates.End(started, asOf, [60, 90], reach)
               from completed in Dates.End(started, asOf, [0, 60, 90], reach)
               from whole in Numbers.Whole(reach)
               from part in Numbers.Part(whole, [expected], reach)
               from own in Gen.Frequency<decimal?>(
                   (8, Gen.Constant<decimal?>(null)), (3, Gen.Elements<decimal?>(expected, 0m, 0.5m, 10m)), (1, Gen.Elements<decimal?>(-0.0001m, 10.0001m)))
               from agreed in own is { } bar ? Numbers.Part(whole, [bar], reach) : Gen.Constant(part)
               from plan in Course(new ImprovementPlan { EmployeeId = "ann", StartedOn = started, EndsOn = ends, CompletedOn = completed }, asOf, reach)
               select plan with { Target = whole, Actual = agreed, ExpectedAbove = own };
    }

    /// <summary>What became of a plan: mostly nothing, else what happened on the days of other events and beside them, in every order.</summary>
    private static Gen<ImprovementPlan> Course(ImprovementPlan plan, DateOnly asOf, Reach reach)
    {
        var day = Dates.End(plan.CompletedOn ?? plan.EndsOn ?? plan.StartedOn, asOf, [0, 1, 5], reach);
        var other = from anchor in Gen.Elements(plan.StartedOn, plan.EndsOn, plan.CompletedOn)
                    from date in Dates.End(anchor, asOf, [0, 1, -1], reach)
                    select date;
        var any = Gen.OneOf(day, other);
        return Gen.Frequency(
            (6, Gen.Constant(plan)),
            (10, from extendedTo in Gen.OneOf(Gen.Constant<DateOnly?>(null), Dates.End(plan.EndsOn, asOf, [0, 1, -1, 30], reach))
                 from extendedOn in Gen.OneOf(Gen.Constant<DateOnly?>(null), any)
                 from decidedOn in Gen.OneOf(Gen.Constant<DateOnly?>(null), day)
                 from decidedBy in Gen.Frequency((6, Gen.Constant<string?>("Dana Cho")), (1, Gen.Elements(null, "", " ")))
                 from decision in Gen.Frequency(
                     (6, Gen.Elements<PlanDecision?>(PlanDecision.Retain, PlanDecision.Terminate)), (1, Gen.Elements<PlanDecision?>(null, (PlanDecision)7)))
                 from isDecided in Gen.Choose(0, 9)
                 from withdrawnOn in Gen.OneOf(Gen.Constant<DateOnly?>(null), any)
                 from leftOn in Gen.OneOf(Gen.Constant<DateOnly?>(null), any)
                 let says = decidedOn is null ? isDecided == 0 : isDecided > 0
                 select plan with
                 {
                     ExtendedTo = extendedTo,
                     ExtendedOn = extendedOn,
                     DecidedOn = decidedOn,
                     DecidedBy = says ? decidedBy : null,
                     Decision = says ? decision : null,
                     WithdrawnOn = withdrawnOn,
                     LeftOn = leftOn,
                 }));
    }
}
