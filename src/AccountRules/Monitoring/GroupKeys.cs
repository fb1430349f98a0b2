using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>Groups by subject and period, owned by their subject.</summary>
internal sealed class GroupKeys : Keys<Group>
{
    public override FactKey KeyOf(Group entry) => new(entry.Subject, entry.Period);

    public override string? OwnerOf(Group entry) => entry.Subject;
}
