using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Facts;

namespace AccountRules.Cli.Kinds;

/// <summary><c>performance-pay</c>, under the rule of that name.</summary>
internal sealed class PayPeriods() : FactKind<PayPeriod>("performance-pay",
    new("EmployeeId", IsIdentity: true), new("Period", IsIdentity: true), new("Target"), new("Actual"), new("CommittedPay"))
{
    private readonly SeenIds seen = new();

    protected override PayPeriod Read(Row row) => new()
    {
        EmployeeId = row.Id(0),
        Period = row.Period(1),
        Target = row.Number(2),
        Actual = row.Number(3),
        CommittedPay = row.Number(4),
    };

    protected override bool IsNew(PayPeriod fact) => seen.Add(fact.EmployeeId, fact.Period.Start, fact.Period.End);

    protected override IEnumerable<Judge<PayPeriod>> Judges(Policy policy, IJudges judges) => [judges.Each(policy.PerformancePay)];
}
