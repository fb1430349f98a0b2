using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Facts;

namespace AccountRules.Cli.Kinds;

/// <summary><c>account-revenue</c>, under <c>key-account</c>, tracked over the periods.</summary>
internal sealed class AccountRevenues() : FactKind<AccountRevenue>("account-revenue",
    new("AccountId", IsIdentity: true), new("Period", IsIdentity: true), new("Revenue"))
{
    private readonly SeenInPeriods seen = new();

    protected override AccountRevenue Read(Row row) => new()
    {
        AccountId = seen.Pooled(row.Id(0)),
        Period = row.Period(1),
        Revenue = row.Number(2),
    };

    protected override bool IsNew(AccountRevenue fact) => seen.Add(fact.AccountId, fact.Period);

    protected override AccountRevenue Unmeasured(AccountRevenue fact) => fact with { Revenue = null };

    protected override IEnumerable<Judge<AccountRevenue>> Judges(Policy policy, IJudges judges) =>
        [judges.Track(policy.KeyAccount)];
}
