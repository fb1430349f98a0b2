using AccountRules.Facts;

namespace AccountRules.Queries.Tests.Hosts;

/// <summary>The rules over the host's own entities.</summary>
internal static class Mapped
{
    public static DeadlineRule<CrmOrder> Orders(DeadlineRule<FteOrder> rule) =>
        rule.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn });

    public static DeadlineRule<ArchivedOrder> Archive(DeadlineRule<FteOrder> rule) =>
        rule.For<ArchivedOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn });

    public static DeadlineRule<RegistryRow> Items(DeadlineRule<RegistryItem> rule) =>
        rule.For<RegistryRow>(i => new RegistryItem { ItemId = i.Code, AddedOn = i.Added, ClosedOn = i.Done });

    public static AttainmentRule<KpiRow> Kpis(AttainmentRule<KpiResult> rule) => rule.For<KpiRow>(k => new KpiResult
    {
        EmployeeId = k.Employee,
        Kpi = k.Name,
        Period = Period.Month(k.StartsOn.Year, k.StartsOn.Month),
        Target = k.Goal,
        Actual = k.Reached,
        Direction = k.IsLessBetter ? Direction.LowerIsBetter : Direction.HigherIsBetter,
    });

    public static AttainmentRule<ProratedKpi> ProratedKpis(AttainmentRule<KpiResult> rule) => rule.For<ProratedKpi>(k => new KpiResult
    {
        EmployeeId = k.Employee,
        Kpi = k.Name,
        Period = k.Month.Length == 4 ? Period.Year(k.StartsOn.Year)
            : k.Month.Contains("-Q") ? Period.Quarter(k.StartsOn.Year, (k.StartsOn.Month + 2) / 3)
            : k.Month.Contains("-H") ? Period.HalfYear(k.StartsOn.Year, (k.StartsOn.Month + 5) / 6)
            : k.Month.Length == 7 ? Period.Month(k.StartsOn.Year, k.StartsOn.Month)
            : Period.Days(k.StartsOn, k.EndsOn),
        Target = k.Goal,
        Actual = k.Reached,
        Direction = k.IsLessBetter ? Direction.LowerIsBetter : Direction.HigherIsBetter,
        TargetShare = k.Days,
        TargetShareOf = k.DaysInPeriod,
    });

    /// <summary>The same where a table holds periods of all kinds.</summary>
    public static AttainmentRule<KpiRow> KpisOfAnyLength(AttainmentRule<KpiResult> rule) => rule.For<KpiRow>(k => new KpiResult
    {
        EmployeeId = k.Employee,
        Kpi = k.Name,
        Period = k.Month.Length == 4 ? Period.Year(k.StartsOn.Year)
            : k.Month.Contains("-Q") ? Period.Quarter(k.StartsOn.Year, (k.StartsOn.Month + 2) / 3)
            : k.Month.Contains("-H") ? Period.HalfYear(k.StartsOn.Year, (k.StartsOn.Month + 5) / 6)
            : k.Month.Length == 7 ? Period.Month(k.StartsOn.Year, k.StartsOn.Month)
            : Period.Days(k.StartsOn, k.EndsOn),
        Target = k.Goal,
        Actual = k.Reached,
        Direction = k.IsLessBetter ? Direction.LowerIsBetter : Direction.HigherIsBetter,
    });

    public static AttainmentRule<KpiUnits> KpiUnits(AttainmentRule<KpiResult> rule) => rule.For<KpiUnits>(k => new KpiResult
    {
        EmployeeId = k.Employee,
        Kpi = k.Name,
        Period = Period.Month(k.StartsOn.Year, k.StartsOn.Month),
        Target = k.Goal / 10000m,
        Actual = k.Reached / 10000m,
        Direction = k.IsLessBetter ? Direction.LowerIsBetter : Direction.HigherIsBetter,
    });

    public static TierRule<WalletRow> Wallets(TierRule<WalletShare> rule) => rule.For<WalletRow>(w => new WalletShare
    {
        AccountId = w.Account,
        Period = w.Month.Length == 4 ? Period.Year(w.StartsOn.Year)
            : w.Month.Contains("-Q") ? Period.Quarter(w.StartsOn.Year, (w.StartsOn.Month + 2) / 3)
            : w.Month.Contains("-H") ? Period.HalfYear(w.StartsOn.Year, (w.StartsOn.Month + 5) / 6)
            : w.Month.Length == 7 ? Period.Month(w.StartsOn.Year, w.StartsOn.Month)
            : Period.Days(w.StartsOn, w.EndsOn),
        OurRevenue = w.Ours,
        ClientSpend = w.Spent,
        Currency = w.Currency,
    });

    public static AttainmentRule<ServiceRow> Services(AttainmentRule<ServiceLevel> rule) => rule.For<ServiceRow>(s => new ServiceLevel
    {
        AccountId = s.Account,
        Service = s.Name,
        Period = s.Month.Length == 4 ? Period.Year(s.StartsOn.Year)
            : s.Month.Contains("-Q") ? Period.Quarter(s.StartsOn.Year, (s.StartsOn.Month + 2) / 3)
            : s.Month.Contains("-H") ? Period.HalfYear(s.StartsOn.Year, (s.StartsOn.Month + 5) / 6)
            : s.Month.Length == 7 ? Period.Month(s.StartsOn.Year, s.StartsOn.Month)
            : Period.Days(s.StartsOn, s.EndsOn),
        Agreed = s.Agreed,
        Measured = s.Measured,
        Direction = s.IsLessBetter ? Direction.LowerIsBetter : Direction.HigherIsBetter,
    });

    public static LifecycleRule<RevenueRow> Revenues(LifecycleRule<AccountRevenue> rule) =>
        rule.For<RevenueRow>(r => new AccountRevenue
        {
            AccountId = r.Account,
            Period = Period.Month(r.StartsOn.Year, r.StartsOn.Month),
            Revenue = r.Turnover,
            Currency = r.Currency,
        });

    public static LifecycleRule<RevenueRow> RevenuesOfAnyLength(LifecycleRule<AccountRevenue> rule) =>
        rule.For<RevenueRow>(r => new AccountRevenue
        {
            AccountId = r.Account,
            Period = r.Month.Length == 4 ? Period.Year(r.StartsOn.Year)
            : r.Month.Contains("-Q") ? Period.Quarter(r.StartsOn.Year, (r.StartsOn.Month + 2) / 3)
            : r.Month.Contains("-H") ? Period.HalfYear(r.StartsOn.Year, (r.StartsOn.Month + 5) / 6)
            : r.Month.Length == 7 ? Period.Month(r.StartsOn.Year, r.StartsOn.Month)
            : Period.Days(r.StartsOn, r.EndsOn),
            Revenue = r.Turnover,
            Currency = r.Currency,
        });

    public static LifecycleRule<RevenueUnits> RevenueUnits(LifecycleRule<AccountRevenue> rule) =>
        rule.For<RevenueUnits>(
            r => new AccountRevenue { AccountId = r.Account, Period = Period.Month(r.StartsOn.Year, r.StartsOn.Month), Revenue = r.Turnover / 10000m });

    public static TierRule<PayRow> Pay(TierRule<PayPeriod> rule) => rule.For<PayRow>(p => new PayPeriod
    {
        EmployeeId = p.Employee,
        Period = Period.Month(p.StartsOn.Year, p.StartsOn.Month),
        Target = p.Goal,
        Actual = p.Reached,
        CommittedPay = p.Committed,
        Group = p.Grade,
    });

    public static TierRule<ProratedPay> Prorated(TierRule<PayPeriod> rule) => rule.For<ProratedPay>(p => new PayPeriod
    {
        EmployeeId = p.Employee,
        Period = Period.Month(p.StartsOn.Year, p.StartsOn.Month),
        Target = p.Goal,
        Actual = p.Reached,
        CommittedPay = p.Committed,
        Share = p.Days,
        ShareOf = p.DaysInPeriod,
        TargetShare = p.GoalDays,
        TargetShareOf = p.GoalDaysInPeriod,
    });

    public static TierRule<ProratedPay> ProratedOfAnyLength(TierRule<PayPeriod> rule) => rule.For<ProratedPay>(p => new PayPeriod
    {
        EmployeeId = p.Employee,
        Period = p.Month.Length == 4 ? Period.Year(p.StartsOn.Year)
            : p.Month.Contains("-Q") ? Period.Quarter(p.StartsOn.Year, (p.StartsOn.Month + 2) / 3)
            : p.Month.Contains("-H") ? Period.HalfYear(p.StartsOn.Year, (p.StartsOn.Month + 5) / 6)
            : p.Month.Length == 7 ? Period.Month(p.StartsOn.Year, p.StartsOn.Month)
            : Period.Days(p.StartsOn, p.EndsOn),
        Target = p.Goal,
        Actual = p.Reached,
        CommittedPay = p.Committed,
        Share = p.Days,
        ShareOf = p.DaysInPeriod,
        TargetShare = p.GoalDays,
        TargetShareOf = p.GoalDaysInPeriod,
        Group = p.Grade,
        Currency = p.Currency,
        WithheldFor = p.Missed,
    });

    public static TierRule<PayUnits> PayUnits(TierRule<PayPeriod> rule) => rule.For<PayUnits>(p => new PayPeriod
    {
        EmployeeId = p.Employee,
        Period = Period.Month(p.StartsOn.Year, p.StartsOn.Month),
        Target = p.Goal / 10000m,
        Actual = p.Reached / 10000m,
        CommittedPay = p.Committed / 100m,
        Group = p.Grade,
    });

    public static LifecycleRule<PlanRow> Plans(LifecycleRule<ImprovementPlan> rule) => rule.For<PlanRow>(p => new ImprovementPlan
    {
        EmployeeId = p.Employee,
        StartedOn = p.From,
        EndsOn = p.To,
        CompletedOn = p.DoneOn,
        Target = p.Goal,
        Actual = p.Reached,
    });

    public static LifecycleRule<PlanUnits> PlanUnits(LifecycleRule<ImprovementPlan> rule) => rule.For<PlanUnits>(p => new ImprovementPlan
    {
        EmployeeId = p.Employee,
        StartedOn = p.From,
        EndsOn = p.To,
        CompletedOn = p.DoneOn,
        Target = p.Goal / 10000m,
        Actual = p.Reached / 10000m,
    });
}
