using AccountRules.Gathering;

namespace AccountRules.Agendas;

/// <summary>
/// The facts of a group together. It counts the standings of all, and keeps the changes of those that change within the horizon. Then it goes from date to
/// date, and assesses the groups of the subjects whose facts change on it, before and after.
/// </summary>
internal sealed class RollUpAgenda<TFact> : AgendaCollector<TFact>
    where TFact : class
{
    private readonly RollUpRule<TFact> rule;
    private readonly RollUpCollector<TFact> counts;
    private readonly List<AgendaEntry> changes = [];
    private readonly FactAgenda<TFact> facts;

    public RollUpAgenda(RollUpRule<TFact> rule, DateOnly asOf, DateOnly until)
    {
        (this.rule, counts) = (rule, new(rule, asOf));
        facts = new(rule.Of, asOf, until, changes);
    }

    public override void Add(TFact fact)
    {
        counts.Add(fact);
        facts.Add(fact);
    }

    public override void AddUnreadable(string? subject) => counts.AddUnreadable(subject);

    public IEnumerable<AgendaEntry> Entries()
    {
        if (changes.Count == 0)
            yield break;

        var keys = counts.SortedKeys();
        var moved = new Dictionary<GroupKey, Tally>();
        foreach (var day in changes.Where(c => c.Kind == ChangeKind.Changed).GroupBy(c => c.On).OrderBy(d => d.Key))
        {
            foreach (var subject in day.GroupBy(c => c.Subject, StringComparer.Ordinal))
            {
                var own = GroupsOf(keys, subject.Key);
                var before = counts.Assess(own, TallyOf, day.Key.AddDays(-1)).ToArray();
                foreach (var change in subject)
                {
                    var key = counts.KeyOf((TFact)change.After.Judged);
                    moved[key] = TallyOf(key).Moved(change.Before.Verdict, change.After.Verdict);
                }

                var after = counts.Assess(own, TallyOf, day.Key);
                foreach (var entry in before.Zip(after).Where(pair => pair.First.Standing != pair.Second.Standing))
                    yield return new(entry.First, entry.Second);
            }
        }

        Tally TallyOf(GroupKey key) => moved.TryGetValue(key, out var tally) ? tally : counts.TallyOf(key);
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
