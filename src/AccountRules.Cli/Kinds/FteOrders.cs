using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Facts;

namespace AccountRules.Cli.Kinds;

/// <summary><c>fte-orders</c>, under <c>fte-fulfillment</c>.</summary>
internal sealed class FteOrders() : FactKind<FteOrder>("fte-orders",
    new("OrderId", IsIdentity: true), new("AccountId"), new("OrderedOn"), new("FulfilledOn"), new("Headcount", IsOptional: true))
{
    private readonly SeenIds seen = new();

    protected override FteOrder Read(Row row) => new()
    {
        OrderId = row.Id(0),
        AccountId = row.Text(1),
        OrderedOn = row.Date(2),
        FulfilledOn = row.Date(3),
        Headcount = row.WholeNumber(4),
    };

    protected override bool IsNew(FteOrder fact) => seen.Add(fact.OrderId);

    protected override IEnumerable<Judge<FteOrder>> Judges(Policy policy, IJudges judges) => [judges.Each(policy.FteFulfillment)];
}
