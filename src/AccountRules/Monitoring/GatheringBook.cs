using System.Runtime.InteropServices;
using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>
/// Rows that are each made of many facts. A call makes the rows of those groups anew that its facts belong to; those of all, where these hang on the periods
/// of the data, and it brings one, takes one out, or passes the start or the end of one.
/// </summary>
internal sealed class GatheringBook<TRow> : Book<TRow>, IGatheringBook
    where TRow : class
{
    private readonly Func<Policy, IRowMaker<TRow>> make;
    private readonly PlannedFacts[] changed;
    private readonly HashSet<FactKey> concerned = [];
    private readonly Dictionary<FactKey, GroupRows?> coming = [];
    private readonly Dictionary<FactKey, GroupRows> rows = [];
    private readonly List<FactKey> made = [];
    private readonly Calendar<FactKey> calendar;
    private readonly PeriodCounts[] periods;

    /// <summary>Those on which all rows hang.</summary>
    private readonly PeriodCounts[] hanging;
    private readonly Skips[] skips;
    private FactGroups groups;
    private FactGroups? comingGroups;
    private IRowMaker<TRow> inForce;
    private IRowMaker<TRow>? next;
    private bool isAnew;
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

    public string? Read(int source, object fact, DateOnly asOf)
    {
        _ = groups.Sources[source].BeginsOn(fact);
        _ = groups.Sources[source].NextTurn(fact, DateOnly.MinValue);
        Maker.Read(fact, asOf);
        return Ids.Fault(groups.Sources[source].GroupsOf(fact));
    }

    public PlannedFacts Planned(int source) => changed[source];

    public void PlanFact(int source, in FactKey key, object? fact)
    {
        // The library's own facts are records that nothing changes: one that is handed in again says nothing anew. An object of a host's may.
        if (groups.Sources[source].Type.Assembly == typeof(Rule).Assembly && fact is not null && fact.Equals(groups.Find(source, key)))
        {
            changed[source].Keep(key);
            return;
        }

        isEach |= groups.Sources[source].IsBeside;
        var of = fact is null ? [] : groups.Sources[source].GroupsOf(fact);
        concerned.UnionWith(of);
        concerned.UnionWith(groups.GroupsOf(source, key));
        var known = groups.Find(source, key);
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
        comingGroups = new(next.Sources);
        for (var source = 0; source < groups.Sources.Count; source++)
        {
            foreach (var fact in groups.All(source))
                comingGroups.Add(source, groups.Sources[source].KeyOf(fact), fact, next.Sources[source].GroupsOf(fact));

            foreach (var skipped in skips[source].All.Where(one => one.Fact is not null))
            {
                skips[source].End([skipped]);
                skips[source].Add(skipped.In(comingGroups.Sources[source], skipped.Fact));
            }
        }

        concerned.UnionWith(comingGroups.Groups);
        isAnew = true;
    }

    public override void Settle(DateOnly to)
    {
        for (var source = 0; source < skips.Length; source++)
        {
            Concern(source, skips[source].Added, 1);
            Concern(source, skips[source].Gone, -1);
        }

        isEach |= isAnew || hanging.Any(own => own.IsAnotherSet);
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
        (next, comingGroups, isAnew, isEach) = (null, null, false, false);
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
        var turnsOn = Maker.NextTurn(facts, facts.AsOf);
        foreach (var (row, verdict) in Maker.Rows(facts, unread))
        {
            var key = Table.Keys.KeyOf(row);
            var (hash, payable) = (Keys<TRow>.HashOf(key), Maker.PayableOf(row, verdict));
            var slot = Table.Find(key, hash);
            turnsOn = Turns.First(facts.AsOf, turnsOn, Maker.NextTurn(row, facts.AsOf));
            turnsOn = Turns.First(facts.AsOf, turnsOn, AccountRules.Waivers.NextTurn(WaiversOf(key.Subject), facts.AsOf));
            made.Add(key);
            if (!IsSame(slot, row, verdict, payable))
                Plan.Add(new(slot, row, key.Subject, hash, Keys<TRow>.HashOf(Table.Keys.OwnerOf(row)), verdict, Payable: payable));
        }

        var before = rows.GetValueOrDefault(facts.Group);
        var areSame = before is not null && before.Keys.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(made));
        if (before is not null && !areSame)
        {
            foreach (var gone in before.Keys.Except(made))
                Plan.Add(new(Table.Find(gone), Entry: null));
        }

        var day = turnsOn?.DayNumber ?? 0;
        if (!areSame || before!.TurnsOn != day)
            coming[facts.Group] = made.Count == 0 && day == 0 ? null : new([.. made], day);
    }

    /// <summary>Whether a row is there and says the same, whatever the call; a waiver may begin or end for it.</summary>
    private bool IsSame(int slot, TRow row, Verdict verdict, decimal? payable) => slot != 0 && !isAnew && Waivers.InForce.IsEmpty
        && Table[slot].Verdict == verdict && Table.PayableOf(slot) == payable && row.Equals(Table[slot].Entry);

    private sealed record GroupRows(FactKey[] Keys, int TurnsOn);

    private sealed class Takers(IGatheringBook book, int index) : IGatheringVisitor<object>
    {
        public object Source<TFact>(GatheringSource source)
            where TFact : class => new SourceBook<TFact>(book, index);
    }
}
