using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>Groups to read: their streaks are counted when they are read.</summary>
internal sealed class RollUpView(Rule rule, Absences? absences, Table<Group> table, DateOnly asOf, Waivers waivers)
    : BookView<Group>(rule, table, asOf, waivers)
{
    private readonly DateOnly asOf = asOf;

    public static Group WithStreak(Table<Group> table, Group group, Absences? absences)
    {
        var kind = group.Period.GetValueOrDefault().Kind;
        var streak = default(Streak);
        foreach (var (earlier, verdict) in table.Of(group.Subject).Select(slot => (Group: table[slot].Entry!, table[slot].Verdict))
            .Where(g => g.Group.Period.GetValueOrDefault().Kind == kind && !(g.Group.Period > group.Period))
            .OrderBy(g => g.Group.Period.GetValueOrDefault()))
        {
            streak.Take(earlier, verdict, absences);
        }

        return streak.Of(group);
    }

    private protected override Assessment Of(int slot) => new(Rule, WithStreak(Table, Table[slot].Entry!, absences), asOf, Table[slot].Verdict);
}
