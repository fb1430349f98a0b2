using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>What a track says by subject and period, owned by the account.</summary>
internal sealed class TrackedKeys : Keys<Tracked>
{
    public override FactKey KeyOf(Tracked entry) => new(entry.Subject, entry.Period);

    public override string? OwnerOf(Tracked entry) => entry.Account;
}
