using AccountRules.Facts;
using AccountRules.NRules.Tests.Hosts;
using AccountRules.Reference;
using NRules;

namespace AccountRules.NRules.Tests.Conformance;

/// <summary>KPI results, assessed one by one and rolled up.</summary>
internal sealed class ResultSlots(Policy policy, IReadOnlyList<KpiResult> facts)
    : Slots<KpiResult>(SlotRules.Over(policy.KpiAttainment), facts, (f, asOf) => FactReadings.KpiAttainment(policy.Terms, f, asOf))
{
    public override void Check(ISession session, DateOnly asOf)
    {
        base.Check(session, asOf);
        var expected = KpiMonthReading.Of([.. Held.Select(s => s.Content)], asOf, policy.Terms);
        var found = session.Assessments().Where(a => a.RuleId == policy.KpiMonth.Id).ToArray();
        Assert.Equal(
            expected.Select(e => (e.Key.Subject, e.Key.Period!.Value, e.Value.Standing, (int?)e.Value.Streak, e.Value.IsProvisional)).Order(),
            found.Select(a => (a.Subject, a.Period!.Value, a.Standing, a.Streak, a.IsProvisional)).Order());
        Latest.Check(found);
    }
}
