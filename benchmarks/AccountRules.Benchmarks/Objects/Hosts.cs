using AccountRules.Facts;

namespace AccountRules.Benchmarks.Objects;

#pragma warning disable MA0048 // a host's own classes, side by side with how they are mapped

internal sealed record HostOrder(string Number, string? Customer, DateOnly PlacedOn, DateOnly? FilledOn);

internal sealed record HostItem(string Number, DateOnly OpenedOn, DateOnly? DoneOn);

internal sealed record HostResult(string Person, string Name, Period Month, decimal Goal, decimal? Reached);

internal sealed record HostRevenue(string Account, Period Year, decimal Sum);

internal sealed record HostPay(string Person, Period Month, decimal Goal, decimal? Reached, decimal Pay);

internal sealed record HostPlan(string Person, DateOnly From, DateOnly To, DateOnly? Finished, decimal? Goal, decimal? Reached);

/// <summary>The rules over a host's classes.</summary>
internal static class Mapped
{
    public static Rule<HostOrder> FteFulfillment(Policy policy) =>
        policy.FteFulfillment.For<HostOrder>(
            o => new FteOrder { OrderId = o.Number, AccountId = o.Customer, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn });

    public static Rule<HostItem> RegistryClosure(Policy policy) =>
        policy.RegistryClosure.For<HostItem>(i => new RegistryItem { ItemId = i.Number, AddedOn = i.OpenedOn, ClosedOn = i.DoneOn });

    public static Rule<HostResult> KpiAttainment(Policy policy) =>
        policy.KpiAttainment.For<HostResult>(r => new KpiResult { EmployeeId = r.Person, Kpi = r.Name, Period = r.Month, Target = r.Goal, Actual = r.Reached });

    public static Rule<HostRevenue> KeyAccount(Policy policy) =>
        policy.KeyAccount.For<HostRevenue>(r => new AccountRevenue { AccountId = r.Account, Period = r.Year, Revenue = r.Sum });

    public static Rule<HostPay> PerformancePay(Policy policy) =>
        policy.PerformancePay.For<HostPay>(
            p => new PayPeriod { EmployeeId = p.Person, Period = p.Month, Target = p.Goal, Actual = p.Reached, CommittedPay = p.Pay });

    public static Rule<HostPlan> ImprovementPlan(Policy policy) => policy.ImprovementPlan.For<HostPlan>(
        p => new ImprovementPlan { EmployeeId = p.Person, StartedOn = p.From, EndsOn = p.To, CompletedOn = p.Finished, Target = p.Goal, Actual = p.Reached });
}
