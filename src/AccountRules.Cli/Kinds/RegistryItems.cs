using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Facts;

namespace AccountRules.Cli.Kinds;

/// <summary><c>registry-items</c>, under <c>registry-closure</c>.</summary>
internal sealed class RegistryItems() : FactKind<RegistryItem>("registry-items",
    new("ItemId", IsIdentity: true), new("AccountId"), new("AddedOn"), new("ClosedOn"))
{
    private readonly SeenIds seen = new();

    protected override RegistryItem Read(Row row) => new()
    {
        ItemId = row.Id(0),
        AccountId = row.Text(1),
        AddedOn = row.Date(2),
        ClosedOn = row.Date(3),
    };

    protected override bool IsNew(RegistryItem fact) => seen.Add(fact.ItemId);

    protected override IEnumerable<Judge<RegistryItem>> Judges(Policy policy, IJudges judges) => [judges.Each(policy.RegistryClosure)];
}
