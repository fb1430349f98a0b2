using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Facts;

namespace AccountRules.Cli.Kinds;

/// <summary><c>kpi-results</c>, under <c>kpi-attainment</c> and then, all together, <c>kpi-month</c>.</summary>
internal sealed class KpiResults() : FactKind<KpiResult>("kpi-results",
    new("EmployeeId", IsIdentity: true), new("Kpi", IsIdentity: true), new("Period", IsIdentity: true), new("Target"), new("Actual"),
    new("Direction", IsOptional: true), new("Weight", IsOptional: true))
{
    private readonly SeenInPeriods seen = new();

    protected override KpiResult Read(Row row) => new()
    {
        EmployeeId = seen.Pooled(row.Id(0)),
        Kpi = row.Id(1),
        Period = row.Period(2),
        Target = row.Number(3),
        Actual = row.Number(4),
        Direction = row.Direction(5),
        Weight = row.Number(6),
    };

    protected override bool IsNew(KpiResult fact) => seen.Add(fact.EmployeeId, fact.Period, fact.Kpi);

    protected override KpiResult Unmeasured(KpiResult fact) => fact with { Target = null };

    protected override IEnumerable<Judge<KpiResult>> Judges(Policy policy, IJudges judges) =>
        [judges.Each(policy.KpiAttainment), judges.RollUp(policy.KpiMonth)];
}
