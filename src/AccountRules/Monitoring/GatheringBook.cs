using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>
/// Rows that are each made of many facts. A call makes the rows of those groups anew that its facts belong to; those of all, where these hang on the periods
/// of the data, and it brings one, takes one out, or passes the start or the end of one.
/// </summary>
internal sealed class GatheringBook<TRow> : Book<TRow>, IGatheringBook
    where TRow : class
{
    private const int FewPlanned = 512;

    private readonly Func<Policy, IRowMaker<TRow>> make;
    private readonly PlannedFacts[] changed;
    private readonly HashSet<FactKey> concerned = [];
    private readonly Dictionary<FactKey, GroupRows?> coming = [];
    private readonly Dictionary<FactKey, GroupRows> rows = [];
    private readonly List<FactKey> made = [];

    /// <summary>The keys of a group's rows that are not where they were, and of those that are where no such row was.</summary>
    private readonly List<FactKey> passed = [];
    private readonly List<FactKey> others = [];
    private readonly Calendar<FactKey> calendar;
    private readonly PeriodCounts[] periods;

    /// <summary>Those on which all rows hang.</summary>
    private readonly PeriodCounts[] hanging;
    private readonly Skips[] skips;
    private FactGroups groups;
    private FactGroups? comingGroups;
    private IRowMaker<TRow> inForce;
    private IRowMaker<TRow>? next;
    private bool isEach;
    private bool hasAlways;
    private object[]? takers;

    public GatheringBook(Func<Policy, IRowMaker<TRow>> make, Policy policy)
        : this(make, make(policy))
    {
    }

    private GatheringBook(Func<Policy, IRowMaker<TRow>> make, IRowMaker<TRow> maker)
        : base(maker.Keys, maker.Rule)
    {
        (this.make, inForce, groups) = (make, maker, new(maker.Sources));
        calendar = new(group => rows.GetValueOrDefault(group)?.TurnsOn ?? 0);
        (changed, skips) = ([.. maker.Sources.Select(_ => new PlannedFacts())], [.. maker.Sources.Select(_ => new Skips())]);
        periods = [.. maker.Sources.Select(_ => new PeriodCounts(maker.Periods))];
        hanging = [.. periods.Where((_, source) => maker.Sources[source].HangsOnPeriods)];
        hasAlways = !maker.Always.Any();
    }

    private IRowMaker<TRow> Maker => next ?? inForce;

    public Period? From => Maker.From;

    public override IFactBook<TFact>? TakerOf<TFact>()
        where TFact : class =>
        (takers ??= [.. inForce.Sources.Select((source, i) => source.Accept(new Takers(this, i)))]).OfType<IFactBook<TFact>>().FirstOrDefault();

    public object? Find(int source, in FactKey key) => groups.Find(source, key);

    public GatheringSource Source(int source) => groups.Sources[source];

    public Skips SkipsOf(int source) => skips[source];

    public override Skips[] AllSkips => skips;

    public IEnumerable<FactKey> AllKeys(int source) => groups.Keys(source);

    public FactKey[] Read(int source, object fact, DateOnly asOf)
    {
        _ = groups.Sources[source].BeginsOn(fact);
        _ = groups.Sources[source].NextTurn(fact, DateOnly.MinValue);
        Maker.Read(fact, asOf);
        return groups.Sources[source].GroupsOf(fact);
    }

    public PlannedFacts Planned(int source) => changed[source];

    public void PlanFact(int source, in FactKey key, object? known, object? fact, FactKey[] of)
    {
        // A record that is handed in again says nothing anew.
        if (known is not null && Rule.IsFixed(known.GetType()) && known.Equals(fact))
        {
            changed[source].Keep(key);
            return;
        }

        isEach |= groups.Sources[source].IsBeside;
        foreach (var group in of)
            concerned.Add(group);

        if (known is not null)
            concerned.UnionWith(groups.GroupsOf(source, key));

        if (key.Period is { } period)
            periods[source].Plan(period, (fact is null ? 0 : 1) - (known is null ? 0 : 1));

        changed[source].Add(key, known, fact, of);
    }

    public override void PlanAdvance(DateOnly asOf, DateOnly to)
    {
        foreach (var own in hanging)
            isEach |= own.AnyStartsOrEnds(asOf, to);

        calendar.Due(to, concerned);
    }

    public override void PlanSwap(Policy policy, DateOnly asOf)
    {
        next = make(policy);
        Coming = next.Rule;
        comingGroups = groups.Under(next.Sources);
        for (var source = 0; source < groups.Sources.Count; source++)
        {
            foreach (var skipped in skips[source].All.Where(one => one.Fact is not null))
            {
                skips[source].End([skipped]);
                skips[source].Add(skipped.In(comingGroups.Sources[source], skipped.Fact));
            }
        }

        concerned.UnionWith(comingGroups.Groups);
        isEach = true;
    }

    public override void Settle(DateOnly to)
    {
        for (var source = 0; source < skips.Length; source++)
        {
            Concern(source, skips[source].Added, 1);
            Concern(source, skips[source].Gone, -1);
        }

        isEach |= hanging.Any(own => own.IsAnotherSet);
        if (isEach)
            concerned.UnionWith(groups.Groups);

        if (isEach || (!hasAlways && concerned.Count > 0))
            concerned.UnionWith(Maker.Always);

        // Whether there is anything of a period in the data, a row may hang on.
        if (periods.Any(own => own.IsAnotherSet))
            concerned.UnionWith(groups.Groups.Where(group => group.Period is { } period && periods.Any(own => own.Changes(period))));

        if (concerned.Count == 0)
            return;

        Unreadable[] unread = [.. skips.Select(lacking => lacking.Planned.Facts)];
        var settled = 0;
        foreach (var group in concerned)
        {
            try
            {
                Settle((comingGroups ?? groups).Of(group, to, periods, changed), unread);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw UnreadFact.Of(groups.Sources.Count == 1 ? groups.Sources[0].Type : typeof(TRow), group.Subject, Rule, FactFailure.Alone, e);
            }

            // A long list that grows step by step is costly: room is made for as much of the other groups as these have, but for no more than there are facts.
            settled++;
            if (Plan.Count > FewPlanned && Plan.Capacity - Plan.Count < FewPlanned)
            {
                var most = Table.Count + changed.Sum(facts => (long)facts.Count);
                Plan.EnsureCapacity((int)(Math.Min(most, (long)Plan.Count * concerned.Count / settled) * 9 / 8));
            }
        }
    }

    public override void Commit(DateOnly asOf, DateOnly to, List<StandingChange> changes)
    {
        (groups, inForce) = (comingGroups ?? groups, Maker);
        Array.ForEach(periods, own => own.Commit());
        hasAlways |= concerned.Count > 0;
        for (var source = 0; source < changed.Length; source++)
            changed[source].Apply(groups, source);

        calendar.Pass(to);
        foreach (var (group, made) in coming)
        {
            var before = rows.GetValueOrDefault(group)?.TurnsOn ?? 0;
            if (made is null)
                rows.Remove(group);
            else
                rows[group] = made;

            calendar.Move(group, before, made?.TurnsOn ?? 0);
        }

        base.Commit(asOf, to, changes);
    }

    public override void Discard()
    {
        base.Discard();
        Array.ForEach(periods, own => own.Discard());
        Array.ForEach(changed, c => c.Clear());
        concerned.Empty();
        coming.Empty();
        (next, comingGroups, isEach) = (null, null, false);
    }

    private protected override bool Differ(TRow before, TRow after) => InForce.MovementOf(before) != (Coming ?? InForce).MovementOf(after);

    /// <summary>All groups that a fact may belong to which was skipped, or is so no more; its period is in the data meanwhile.</summary>
    private void Concern(int source, IReadOnlyCollection<SkippedFact> skipped, int more)
    {
        foreach (var one in skipped)
        {
            concerned.UnionWith(one.Groups ?? groups.Groups.Concat(Maker.Always).Where(one.MayBeOf));
            if (one.Key?.Period is { } period && Maker.HoldsSkipped)
                periods[source].Plan(period, more);
        }
    }

    /// <summary>Plans what makes the rows of a group that there are those that there are to be.</summary>
    private void Settle(GatheredFacts facts, Unreadable[] unread)
    {
        made.Clear();
        passed.Clear();
        others.Clear();
        var (before, next) = (rows.GetValueOrDefault(facts.Group), 0);
        var turnsOn = Maker.NextTurn(facts, facts.AsOf);
        foreach (var (row, verdict) in Maker.Rows(facts, unread))
        {
            var key = Table.Keys.KeyOf(row);
            var (slot, hash) = (before?.SlotOf(key, Table, ref next, passed) ?? 0, 0);
            if (slot == 0)
            {
                hash = Keys<TRow>.HashOf(key);
                slot = Table.Find(key, hash);
                others.Add(key);
            }

            made.Add(key);
            var payable = Maker.PayableOf(row, verdict);
            turnsOn = Turns.First(facts.AsOf, turnsOn, Maker.NextTurn(row, facts.AsOf));
            if (!Waivers.Coming.IsEmpty)
                turnsOn = Turns.First(facts.AsOf, turnsOn, AccountRules.Waivers.NextTurn(WaiversOf(key.Subject), facts.AsOf));

            if (!Stays(slot, verdict, payable) || !row.Equals(Table[slot].Entry))
                Plan.Add(new(slot, row, key.Subject, hash, Keys<TRow>.HashOf(Table.Keys.OwnerOf(row)), verdict, Payable: payable));
        }

        if (before is not null)
            passed.AddRange(before.KeysFrom(next));

        foreach (var gone in passed.Count == 0 ? [] : passed.Except(others))
            Plan.Add(new(Table.Find(gone), Entry: null));

        var day = turnsOn?.DayNumber ?? 0;
        if (passed.Count + others.Count > 0 || (before?.TurnsOn ?? 0) != day)
            coming[facts.Group] = made.Count == 0 && day == 0 ? null : new([.. made], day);
    }

    /// <summary>
    /// The rows of a group, in their order, and the day on which they turn. The keys are those under which they were made: a row that is an object of a host's
    /// may say another by now.
    /// </summary>
    private sealed class GroupRows(FactKey[] keys, int turnsOn)
    {
        /// <summary>Where the rows lay in the table when that was last asked; 0 before.</summary>
        private readonly int[] slots = new int[keys.Length];

        public int TurnsOn => turnsOn;

        /// <summary>The keys of the rows that are not done with.</summary>
        public ReadOnlySpan<FactKey> KeysFrom(int next) => keys.AsSpan(next);

        /// <summary>
        /// Where the row with a key lies, which is quick for one that comes after those before it, or after one that is there no more; 0 for others.
        /// </summary>
        /// <param name="key">The key.</param>
        /// <param name="table">Where it lies.</param>
        /// <param name="next">How many of the rows are done with.</param>
        /// <param name="passed">Takes the key of one that is passed over.</param>
        public int SlotOf(in FactKey key, Table<TRow> table, ref int next, List<FactKey> passed)
        {
            for (var at = next; at < keys.Length && at < next + 2; at++)
            {
                if (keys[at] != key)
                    continue;

                if (at > next)
                    passed.Add(keys[next]);

                next = at + 1;
                if (slots[at] == 0 || !table.Keys.IsAt(table[slots[at]], key))
                    slots[at] = table.Find(key);

                return slots[at];
            }

            return 0;
        }
    }

    private sealed class Takers(IGatheringBook book, int index) : IGatheringVisitor<object>
    {
        public object Source<TFact>(GatheringSource source)
            where TFact : class => new SourceBook<TFact>(book, index);
    }
}
