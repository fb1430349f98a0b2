using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>A host's row of which some things cannot be read.</summary>
internal sealed class SkippedRow(string? id, string part, Period month, decimal value)
{
    public static readonly Period January = Period.Month(2026, 1);
    public static readonly Period February = Period.Month(2026, 2);

    /// <summary>What throws when it is read: <c>Id</c>, <c>Month</c>, <c>Value</c> or <c>Other</c>.</summary>
    public string Breaks { get; set; } = "";

    public string Id => Read(nameof(Id), id!);

    public string Part => part;

    public Period Month => Read(nameof(Month), month);

    public decimal Value => Read(nameof(Value), value);

    public DateOnly Other => Read(nameof(Other), new DateOnly(2026, 1, 1));

    public static RollUpRule<SkippedRow> Months(Policy policy) => policy.KpiMonth.Over(policy.KpiAttainment.For<SkippedRow>(
        r => new KpiResult { EmployeeId = r.Id, Kpi = r.Part, Period = r.Month, Target = 100, Actual = r.Value }));

    public static LifecycleRule<SkippedRow> Track(Policy policy) => policy.KeyAccount.For<SkippedRow>(
        r => new AccountRevenue { AccountId = r.Id, Period = r.Month, Revenue = r.Value });

    public static GatheredRule<Growth> Growth(Policy policy) => policy.RevenueGrowth.For<AccountRevenue, SkippedRow>(
        r => new AccountRevenue { AccountId = r.Id, Period = r.Month, Revenue = r.Value });

    /// <summary>A rule on each row by itself, which reads what no other reads.</summary>
    public static Rule<SkippedRow> ByItself(Policy policy) =>
        policy.RegistryClosure.For<SkippedRow>(r => new RegistryItem { ItemId = r.Id + r.Month + r.Part, AddedOn = r.Other, ClosedOn = null });

    public override string ToString() => $"{id} {part} {month} {value} {Breaks}";

    private T Read<T>(string name, T value) => Breaks == name ? throw new InvalidOperationException($"no {name}") : value;
}
