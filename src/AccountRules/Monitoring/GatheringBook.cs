using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>Rows that are each made of many facts: a call makes the rows of those groups anew that its facts belong to.</summary>
internal sealed class GatheringBook<TRow>(Func<Policy, GatheredRule<TRow>> make, GatheredRule<TRow> rule)
    : Book<TRow>(new FactKeys<TRow>(rule.Of.Shape), rule.Of), IGatheringBook
    where TRow : class
{
    private readonly Dictionary<FactKey, object?>[] changed = [.. rule.Gathering.Sources.Select(_ => new Dictionary<FactKey, object?>())];
    private readonly HashSet<FactKey> concerned = [];
    private readonly Dictionary<FactKey, GroupRows?> coming = [];
    private readonly Dictionary<FactKey, GroupRows> rows = [];
    private readonly GroupCalendar calendar = new();
    private readonly PeriodCounts periods = new([]);
    private readonly Skips[] skips = [.. rule.Gathering.Sources.Select(_ => new Skips())];
    private FactGroups groups = new(rule.Gathering.Sources);
    private FactGroups? comingGroups;
    private GatheredRule<TRow> inForce = rule;
    private GatheredRule<TRow>? next;

    private object[]? takers;

    private GatheredRule<TRow> Judge => next ?? inForce;

    public override IFactBook<TFact>? TakerOf<TFact>()
        where TFact : class =>
        (takers ??= [.. inForce.Gathering.Sources.Select((source, i) => source.Accept(new Takers(this, i)))]).OfType<IFactBook<TFact>>().FirstOrDefault();

    public object? Find(int source, in FactKey key) => groups.Find(source, key);

    public GatheringSource Source(int source) => groups.Sources[source];

    public Skips SkipsOf(int source) => skips[source];

    public override Skips[] AllSkips => skips;

    public IEnumerable<FactKey> AllKeys(int source) => groups.Keys(source);

    public string? Read(int source, object fact)
    {
        _ = groups.Sources[source].BeginsOn(fact);
        _ = groups.Sources[source].NextTurn(fact, DateOnly.MinValue);
        return Ids.Fault(groups.Sources[source].GroupsOf(fact));
    }

    public void PlanFact(int source, in FactKey key, object? fact)
    {
        if (groups.Sources[source].IsBeside)
            concerned.UnionWith(groups.Groups);

        if (fact is not null)
            concerned.UnionWith(groups.Sources[source].GroupsOf(fact));

        var known = groups.Find(source, key);
        if (known is not null)
            concerned.UnionWith(groups.Sources[source].GroupsOf(known));

        if (key.Period is { } period)
            periods.Plan(period, (fact is null ? 0 : 1) - (known is null ? 0 : 1));

        changed[source].Add(key, fact);
    }

    public int PlannedCount(int source) => changed[source].Count;

    public bool IsPlanned(int source, in FactKey key) => changed[source].ContainsKey(key);

    public override void PlanAdvance(DateOnly asOf, DateOnly to) => calendar.Until(to, concerned);

    public override void PlanSwap(Policy policy, DateOnly asOf)
    {
        next = make(policy);
        Coming = next.Of;
        comingGroups = new(next.Gathering.Sources);
        for (var source = 0; source < groups.Sources.Count; source++)
        {
            foreach (var fact in groups.All(source))
                comingGroups.Set(source, groups.Sources[source].KeyOf(fact), fact);

            foreach (var skipped in skips[source].All.Where(one => one.Fact is not null))
            {
                skips[source].End([skipped]);
                skips[source].Add(skipped.In(comingGroups.Sources[source], skipped.Fact));
            }
        }

        concerned.UnionWith(groups.Groups);
        concerned.UnionWith(comingGroups.Groups);
    }

    public override void Settle(DateOnly to)
    {
        foreach (var lacking in skips)
        {
            Concern(lacking.Added, 1);
            Concern(lacking.Gone, -1);
        }

        // Whether there is anything of a period in the data, a row may hang on.
        if (periods.IsAnotherSet)
            concerned.UnionWith(groups.Groups.Where(group => group.Period is { } period && periods.Changes(period)));

        foreach (var group in concerned)
            Settle(group, (comingGroups ?? groups).Of(group, to, changed, periods.WillHold));
    }

    public override void Commit(DateOnly asOf, DateOnly to, List<StandingChange> changes)
    {
        (groups, inForce) = (comingGroups ?? groups, Judge);
        periods.Commit();
        for (var source = 0; source < changed.Length; source++)
        {
            foreach (var (key, fact) in changed[source])
            {
                if (fact is null)
                    groups.Remove(source, key);
                else
                    groups.Set(source, key, fact);
            }
        }

        foreach (var (group, made) in coming)
        {
            calendar.Move(group, rows.GetValueOrDefault(group)?.TurnsOn, made?.TurnsOn);
            if (made is null)
                rows.Remove(group);
            else
                rows[group] = made;
        }

        base.Commit(asOf, to, changes);
    }

    public override void Discard()
    {
        base.Discard();
        periods.Discard();
        Array.ForEach(changed, c => c.Clear());
        concerned.Clear();
        coming.Clear();
        (next, comingGroups) = (null, null);
    }

    /// <summary>All groups that a fact may belong to which was skipped, or is so no more; its period is in the data meanwhile.</summary>
    private void Concern(IReadOnlyCollection<SkippedFact> skipped, int more)
    {
        foreach (var one in skipped)
        {
            concerned.UnionWith(one.Groups ?? groups.Groups.Where(one.MayBeOf));
            if (one.Key?.Period is { } period)
                periods.Plan(period, more);
        }
    }

    private bool IsUnread(FactKey group) => Array.Exists(skips, lacking => lacking.Planned.MayBeOf(group));

    private void Settle(FactKey group, GatheredFacts facts)
    {
        var isUnread = IsUnread(group);
        var made = new List<FactKey>();
        var turnsOn = Judge.Gathering.NextTurn(facts, facts.AsOf);
        foreach (var row in facts.IsEmpty ? [] : Judge.Gathering.Rows(facts))
        {
            var (key, verdict) = (Judge.Of.Shape.KeyOf(row), isUnread ? Judge.VerdictOf(-Cause.Unreadable.Number) : Judge.Of.Judge(row, facts.AsOf));
            var hash = Keys<TRow>.HashOf(key);
            turnsOn = Turns.First(facts.AsOf, turnsOn, Judge.Of.NextTurn(row, facts.AsOf));
            turnsOn = Turns.First(facts.AsOf, turnsOn, AccountRules.Waivers.NextTurn(WaiversOf(key.Subject), facts.AsOf));
            made.Add(key);
            Plan.Add(new(
                Table.Find(key, hash), row, key.Subject, hash, Keys<TRow>.HashOf(Table.Keys.OwnerOf(row)), verdict, Payable: Judge.Of.PayableOf(row, verdict)));
        }

        foreach (var gone in rows.GetValueOrDefault(group)?.Keys.Except(made) ?? [])
            Plan.Add(new(Table.Find(gone, Keys<TRow>.HashOf(gone)), Entry: null));

        coming[group] = facts.IsEmpty ? null : new([.. made], turnsOn);
    }

    private sealed record GroupRows(FactKey[] Keys, DateOnly? TurnsOn);

    private sealed class Takers(IGatheringBook book, int index) : IGatheringVisitor<object>
    {
        public object Source<TFact>(GatheringSource source)
            where TFact : class => new SourceBook<TFact>(book, index);
    }
}
