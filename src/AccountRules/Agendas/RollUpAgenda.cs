using AccountRules.Gathering;

namespace AccountRules.Agendas;

/// <summary>
/// The facts of a group together. It counts the standings of all, and keeps the changes of those that change within the horizon. Then it goes from date to
/// date, and assesses the groups of the subjects whose facts change on it, or of which a period has ended by then, before and after.
/// </summary>
internal sealed class RollUpAgenda<TFact> : FactTaker<TFact>
    where TFact : class
{
    private readonly RollUpRule<TFact> rule;
    private readonly RollUpCollector<TFact> counts;
    private readonly List<AgendaEntry> changes = [];
    private readonly FactAgenda<TFact> facts;
    private readonly HashSet<TFact> repeats = new(ReferenceEqualityComparer.Instance);
    private readonly DateOnly asOf;
    private readonly DateOnly until;
    private readonly Waivers waivers;

    public RollUpAgenda(RollUpRule<TFact> rule, DateOnly asOf, DateOnly until, Waivers waivers)
    {
        (this.rule, counts, this.asOf, this.until, this.waivers) = (rule, new(rule, asOf), asOf, until, waivers);

        // What is counted are the standings as judged: a waiver of what is counted is none of the group.
        facts = new(rule.Of, asOf, until, Waivers.None, changes);
    }

    public override void Add(TFact fact)
    {
        if (!counts.Take(fact))
            repeats.Add(fact);

        facts.Add(fact);
    }

    public override void AddUnreadable(string? subject) => counts.AddUnreadable(subject);

    public IEnumerable<AgendaEntry> Entries()
    {
        var keys = counts.SortedKeys();
        var moved = new Dictionary<GroupKey, Counted>();
        var days = changes.Where(c => c.Kind == ChangeKind.Changed).Select(c => (c.On, c.Subject, Change: (AgendaEntry?)c)).Concat(
            from key in keys
            where key.Period != default && key.Period.DayAfter > asOf && key.Period.DayAfter <= until
            select (On: key.Period.DayAfter!.Value, key.Subject, Change: (AgendaEntry?)null)).Concat(
            from own in waivers.Of(rule.Id)
            from day in Waivers.TurnsOf(own.Value, asOf, until)
            select (On: day, Subject: own.Key, Change: (AgendaEntry?)null));
        foreach (var day in days.GroupBy(c => c.On).OrderBy(d => d.Key))
        {
            foreach (var subject in day.GroupBy(c => c.Subject, StringComparer.Ordinal))
            {
                var own = GroupsOf(keys, subject.Key);
                var before = counts.Assess(own, CountedOf, day.Key.AddDays(-1)).ToArray();
                foreach (var change in subject.Select(c => c.Change).OfType<AgendaEntry>())
                {
                    var fact = (TFact)change.After.Judged;
                    var key = counts.KeyOf(fact);
                    moved[key] = CountedOf(key).Moved(
                        rule.Of.Shape.IdentityOf(fact).GetValueOrDefault(), change.Before.Verdict, change.After.Verdict, isFirst: !repeats.Contains(fact));
                }

                var after = counts.Assess(own, CountedOf, day.Key);
                foreach (var entry in before.Zip(after, (was, becomes) => new AgendaEntry(waivers.Over(was), waivers.Over(becomes))).Where(e => e.IsChange))
                    yield return entry;
            }
        }

        Counted CountedOf(GroupKey key) => moved.TryGetValue(key, out var counted) ? counted : counts.CountedOf(key);
    }

    private static ArraySegment<GroupKey> GroupsOf(GroupKey[] keys, string subject)
    {
        var start = Array.BinarySearch(keys, new GroupKey(subject, default), GroupKey.Order);
        start = start < 0 ? ~start : start;
        var end = start;
        while (end < keys.Length && string.Equals(keys[end].Subject, subject, StringComparison.Ordinal))
            end++;

        return new(keys, start, end - start);
    }
}
