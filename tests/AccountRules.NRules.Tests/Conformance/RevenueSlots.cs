using AccountRules.Facts;
using AccountRules.NRules.Tests.Hosts;
using AccountRules.Reference;
using NRules;

namespace AccountRules.NRules.Tests.Conformance;

/// <summary>Revenues, tracked over periods.</summary>
internal sealed class RevenueSlots(Policy policy, IReadOnlyList<AccountRevenue> facts) : Slots<AccountRevenue>(rule: null, facts, says: null)
{
    public override void Check(ISession session, DateOnly asOf)
    {
        var expected = KeyAccountReading.Track([.. Held.Select(s => s.Content)], asOf, policy.Terms.KeyAccount, policy.Terms.EffectiveFrom);
        var found = session.Assessments().Where(a => a.RuleId == policy.KeyAccount.Id).ToArray();
        Assert.Equal(
            expected.SelectMany(e => e.Value.Select(m => (e.Key.Account, e.Key.Period, m.Standing, m.Band, m.Movement, m.IsProvisional))).Order(),
            found.Select(a => (a.Subject, a.Period!.Value, a.Standing, a.Band, a.Movement, a.IsProvisional)).Order());
        Latest.Check(found);
    }

    /// <summary>A row that goes to another account is the last of those that the session has of it.</summary>
    protected override Slot<AccountRevenue> Change(Slot<AccountRevenue> slot, AccountRevenue content, bool isReplaced)
    {
        var (account, changed) = (slot.Content.AccountId, base.Change(slot, content, isReplaced));
        if (account != content.AccountId)
        {
            Held.Remove(changed);
            Held.Add(changed);
        }

        return changed;
    }
}
