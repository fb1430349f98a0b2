using AccountRules.Facts;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Reference;

namespace AccountRules.Queries.Tests.Suites;

/// <summary>Facts as rows of the host's tables; nothing where a table of integers cannot hold one.</summary>
internal static class Rows
{
    public static KpiRow? Of(KpiResult k, int i) => IsAll(k)
        ? new()
        {
            Id = i,
            Employee = k.EmployeeId,
            Name = k.Kpi,
            StartsOn = k.Period.Start,
            EndsOn = k.Period.End,
            Month = k.Period.ToString(),
            Goal = k.Target,
            Reached = k.Actual,
            IsLessBetter = k.Direction == Direction.LowerIsBetter,
        }
        : null;

    public static ProratedKpi Prorated(KpiResult k, int i) => new()
    {
        Id = i,
        Employee = k.EmployeeId,
        Name = k.Kpi,
        StartsOn = k.Period.Start,
        EndsOn = k.Period.End,
        Month = k.Period.ToString(),
        Goal = k.Target,
        Reached = k.Actual,
        IsLessBetter = k.Direction == Direction.LowerIsBetter,
        Days = k.TargetShare,
        DaysInPeriod = k.TargetShareOf,
    };

    public static KpiUnits? InUnits(KpiResult k, int i) =>
        IsAll(k) && IsMonth(k.Period) && Fits(k.Target, 10000, out var goal) && Fits(k.Actual, 10000, out var reached)
            ? new()
            {
                Id = i,
                Employee = k.EmployeeId,
                StartsOn = k.Period.Start,
                Month = k.Period.ToString(),
                Goal = goal,
                Reached = reached,
                IsLessBetter = k.Direction == Direction.LowerIsBetter,
            }
            : null;

    public static ServiceRow Of(ServiceLevel s, int i) => new()
    {
        Id = i,
        Account = s.AccountId,
        Name = s.Service,
        StartsOn = s.Period.Start,
        EndsOn = s.Period.End,
        Month = s.Period.ToString(),
        Agreed = s.Agreed,
        Measured = s.Measured,
        IsLessBetter = s.Direction == Direction.LowerIsBetter,
    };

    public static WalletRow Of(WalletShare w, int i) => new()
    {
        Id = i,
        Account = w.AccountId,
        StartsOn = w.Period.Start,
        EndsOn = w.Period.End,
        Month = w.Period.ToString(),
        Ours = w.OurRevenue,
        Spent = w.ClientSpend,
        Currency = w.Currency,
    };

    public static RevenueRow Of(AccountRevenue r, int i) => new()
    {
        Id = i,
        Account = r.AccountId,
        StartsOn = r.Period.Start,
        EndsOn = r.Period.End,
        Month = r.Period.ToString(),
        Turnover = r.Revenue,
        Currency = r.Currency,
    };

    public static RevenueUnits? InUnits(AccountRevenue r, int i) =>
        r.Currency is null && IsMonth(r.Period) && Fits(r.Revenue, 10000, out var turnover) && turnover is { } units
        ? new() { Id = i, Account = r.AccountId, StartsOn = r.Period.Start, Month = r.Period.ToString(), Turnover = units }
        : null;

    public static PayRow? Of(PayPeriod p, int i) => IsAll(p) && IsMonth(p.Period)
        ? new()
        {
            Id = i,
            Employee = p.EmployeeId,
            StartsOn = p.Period.Start,
            Goal = p.Target,
            Reached = p.Actual,
            Committed = p.CommittedPay,
            Grade = p.Group,
        }
        : null;

    public static ProratedPay Prorated(PayPeriod p, int i) => new()
    {
        Id = i,
        Employee = p.EmployeeId,
        StartsOn = p.Period.Start,
        EndsOn = p.Period.End,
        Month = p.Period.ToString(),
        Goal = p.Target,
        Reached = p.Actual,
        Committed = p.CommittedPay,
        Days = p.Share,
        DaysInPeriod = p.ShareOf,
        GoalDays = p.TargetShare,
        GoalDaysInPeriod = p.TargetShareOf,
        Grade = p.Group,
        Currency = p.Currency,
        Missed = p.WithheldFor,
    };

    public static PayUnits? InUnits(PayPeriod p, int i) =>
        IsAll(p)
            && IsMonth(p.Period)
            && Fits(p.Target, 10000, out var goal)
            && Fits(p.Actual, 10000, out var reached)
            && Fits(p.CommittedPay, 100, out var committed)
            && (goal, reached, committed) is ({ } g, { } r, { } c)
            ? new() { Id = i, Employee = p.EmployeeId, StartsOn = p.Period.Start, Goal = g, Reached = r, Committed = c, Grade = p.Group }
            : null;

    public static PlanRow? Of(ImprovementPlan p, int i) => IsPlain(p)
        ? new() { Id = i, From = p.StartedOn, To = p.EndsOn, DoneOn = p.CompletedOn, Goal = p.Target, Reached = p.Actual }
        : null;

    public static PlanUnits? InUnits(ImprovementPlan p, int i) =>
        p is { StartedOn: { } from, EndsOn: { } to } && IsPlain(p) && Fits(p.Target, 10000, out var goal) && Fits(p.Actual, 10000, out var reached)
            ? new() { Id = i, From = from, To = to, DoneOn = p.CompletedOn, Goal = goal, Reached = reached }
            : null;

    /// <summary>Whether a table of months holds the period.</summary>
    private static bool IsMonth(Period period) => PeriodKind.Of(period) == "month";

    /// <summary>Whether the fact has no share, as a table without columns for it says.</summary>
    private static bool IsAll(PayPeriod p) => p is
    {
        Share: null, ShareOf: null, TargetShare: null, TargetShareOf: null, Currency: null, WithheldFor: null,
    };

    private static bool IsAll(KpiResult k) => k is { TargetShare: null, TargetShareOf: null };

    /// <summary>Whether a table of before a plan's own bar, its extension and its end can say all of it.</summary>
    private static bool IsPlain(ImprovementPlan p) => p is
    {
        ExpectedAbove: null, ExtendedTo: null, ExtendedOn: null, WithdrawnOn: null, LeftOn: null, DecidedOn: null, Decision: null,
    };

    /// <summary>
    /// A number in units, where it is a whole one of at most twelve digits: its product with a threshold of six digits is then within 64 bits.
    /// </summary>
    private static bool Fits(decimal? value, int units, out long? whole)
    {
        whole = null;
        if (value is not { } number)
            return true;

        if (Math.Abs(number) >= 1_000_000_000_000m / units || decimal.Truncate(number * units) != number * units)
            return false;

        whole = (long)(number * units);
        return true;
    }
}
