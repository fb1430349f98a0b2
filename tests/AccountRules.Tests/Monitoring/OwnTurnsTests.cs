using AccountRules.Tests.Generators;
using AccountRules.Tests.Basics;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Monitoring;

/// <summary>A monitor of hosts' own rules, moved on from day to day, says what each day's assessing from scratch says; the agenda has foretold it.</summary>
public sealed class OwnTurnsTests
{
    private static readonly DateOnly Day0 = new(2026, 3, 2);

    private static readonly Gen<Claim[]> Claims = Gen.ArrayOf(
        from filed in Gen.Choose(-60, 20)
        from due in Gen.Choose(-60, 40)
        from paid in Gen.Choose(-20, 90)
        from isPaid in Gen.Elements(true, false)
        from grace in Gen.Choose(-2, 14)
        from priority in Gen.Elements(true, false)
        select new Claim("", Day0.AddDays(filed), isPaid ? Day0.AddDays(paid) : null, Day0.AddDays(due), grace, priority), 6)
        .Select(claims => claims.Select((claim, i) => claim with { Id = $"{i}" }).ToArray());

    [Fact]
    public void Lifecycle_WithDatesOfItsOwn_IsFollowedDayByDay() => Holds(Claim.Life);

    [Fact]
    public void Deadline_WhoseBandsShareAStanding_IsFollowedDayByDay() => Holds(Claim.Aging);

    [Fact]
    public void FactWhoseOwnDateComes_StandsInTheMonitorAsItIsAssessed()
    {
        var claim = new Claim("7", Day0, DueOn: Day0, Grace: 1);
        var monitor = new PolicyMonitor(Policy.Default, Day0.AddDays(1), MonitoredRules.None.With(_ => Claim.Life));
        monitor.Add(claim);

        Assert.Empty(monitor.AdvanceTo(Day0.AddDays(30)));
        Assert.Equal(["Changed OnTrack Open -> Overdue VeryLate"], monitor.AdvanceTo(Day0.AddDays(31)).Select(Told));
    }

    [Fact]
    public void OverdueInAnotherBand_IsAChangeThatIsToldApart()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day0, MonitoredRules.None.With(_ => Claim.Aging));
        monitor.Add(new Claim("7", DueOn: Day0));

        Assert.Equal(["Changed OnTrack NotLate -> Overdue Days1To30"], monitor.AdvanceTo(Day0.AddDays(1)).Select(Told));
        Assert.Empty(monitor.AdvanceTo(Day0.AddDays(30)));
        Assert.Equal(["Moved Overdue Days1To30 -> Overdue Days31To60"], monitor.AdvanceTo(Day0.AddDays(31)).Select(Told));
        Assert.Equal(["Moved Overdue Days31To60 -> Overdue Over60"], monitor.AdvanceTo(Day0.AddDays(61)).Select(Told));
        Assert.Empty(monitor.Update(new Claim("7", PaidOn: Day0.AddDays(61), DueOn: Day0)));
    }

    private static void Holds(Rule<Claim> rule) =>
        Check.One(Generated.Cases(200), Prop.ForAll(Claims.ToArbitrary(), claims =>
        {
            var monitor = new PolicyMonitor(Policy.Default, Day0, MonitoredRules.None.With(_ => rule));
            monitor.AddRange(claims);
            var foretold = new Agenda(Day0, days: 120).Add(rule, claims)
                .Entries()
                .ToLookup(e => e.On, e => $"{e.Subject} {e.Kind} {Said(e.Before)} -> {Said(e.After)}");
            for (var day = Day0.AddDays(1); day <= Day0.AddDays(120); day = day.AddDays(1))
            {
                var expected = claims.Select(c => (Before: rule.Assess(c, day.AddDays(-1)), After: rule.Assess(c, day))).Where(
                    c => Said(c.Before) != Said(c.After))
                    .Select(c => $"{c.After.Subject} {(c.Before.Standing == c.After.Standing ? ChangeKind.Moved : ChangeKind.Changed)} {Said(c.Before)} "
                        + $"-> {Said(c.After)}")
                        .ToArray();
                Assert.Equal(expected, monitor.AdvanceTo(day).Select(c => $"{c.Subject} {Told(c)}"));
                Assert.Equal(expected, foretold[day]);
            }
        }));

    private static string Told(StandingChange change) => $"{change.Kind} {Said(change.Before!.Value)} -> {Said(change.After!.Value)}";

    private static string Said(Assessment a) => $"{a.Standing} {(a.Cause == Cause.None ? a.Band : a.Cause)}";
}
