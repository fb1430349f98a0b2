using System.Runtime.InteropServices;
using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>
/// Facts that are folded over the periods that the data holds. A call folds the subjects anew that it concerns; all of them where it brings a period that
/// was not in the data, takes one out of it, or passes the start or the end of one.
/// </summary>
internal sealed class TrackBook<TFact> : Book<Tracked>, IFactBook<TFact>, ITogether<TFact>
    where TFact : class
{
    private readonly Func<Policy, LifecycleRule<TFact>> make;
    private readonly Table<TFact> facts;
    private readonly PeriodCounts periods;
    private readonly TrackPeriods? given;
    private readonly List<Planned<TFact>> planned = [];
    private readonly HashSet<string> subjects = new(StringComparer.Ordinal);
    private readonly HashSet<string> waived = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(FactKey Key, TFact? Fact)>> changed = new(StringComparer.Ordinal);
    private readonly List<int> due = [];
    private readonly Skips[] allSkips = [new()];
    private Batch batch;
    private LifecycleRule<TFact> rule;
    private LifecycleRule<TFact>? coming;
    private bool isAllAffected;
    private bool hasMembers;

    public TrackBook(Func<Policy, LifecycleRule<TFact>> make, LifecycleRule<TFact> rule, TrackPeriods? given = null)
        : base(new TrackedKeys(), rule.InTrack)
    {
        rule.CheckTrack(given);
        (this.make, this.rule, this.given, facts, periods) = (make, rule, given, new(new TrackKeys<TFact>(rule.Shape)), new(given?.Periods ?? []));
        hasMembers = given?.MembersBefore is null;
    }

    public TFact? Find(in FactKey key) => facts.Find(key, Keys<TFact>.HashOf(key)) is var slot and not 0 ? facts[slot].Entry : null;

    public FactKey KeyOf(TFact fact) => facts.Keys.KeyOf(fact);

    public string SubjectOf(TFact fact) => facts.Keys.OwnerOf(fact)!;

    public IFactBook<TFact> Taker => this;

    public Skips Skips => allSkips[0];

    public override Skips[] AllSkips => allSkips;

    public SkippedFact? Skipped(TFact? fact, LoadProblem problem) =>
        SkippedFact.Of(fact, problem, this) is var skipped && skipped.Key?.Period is { } period && IsBefore(period) ? null : skipped;

    public IEnumerable<FactKey> AllKeys => facts.AllKeys();

    public void Read(TFact fact, string subject, int index, DateOnly asOf)
    {
        Scheduled(fact, asOf, subject, index);
        var period = facts.Keys.KeyOf(fact).Period!.Value;
        CheckIsNotBefore(subject, period, index);
        Rows(new(rule, asOf, [[period]], given, Marks.None), subject, index, fold => fold.Take(fact));
    }

    void IFactBook<TFact>.Plan(Operation operation, ReadOnlySpan<FactKey> keys, ReadOnlySpan<TFact> facts, DateOnly asOf)
    {
        var some = planned.Extend(keys.Length);
        for (var i = 0; i < facts.Length; i++)
            some[i] = Scheduled(facts[i], asOf, keys[i].Subject, planned.Count > 1 ? planned.Count - keys.Length + i : FactFailure.Alone);

        this.facts.Find(keys, some);
        batch.Check(operation, keys, planned, this.facts.Keys, Rule, holdsAll: true);
        for (var i = 0; i < keys.Length; i++)
        {
            CheckIsNotBefore(keys[i].Subject, keys[i].Period!.Value, planned.Count > 1 ? planned.Count - keys.Length + i : FactFailure.Alone);
            Follow(keys[i], some[i]);
        }
    }

    public override void PlanAdvance(DateOnly asOf, DateOnly to)
    {
        isAllAffected = periods.AnyStartsOrEnds(asOf, to);
        due.Clear();
        facts.Due(asOf, to, due);
        for (var i = 0; i < due.Count; i++)
        {
            facts.SendFor(due, i);
            planned.Add(Again(due[i], to));
            subjects.Add(facts.Keys.OwnerOf(facts[due[i]].Entry!)!);
        }

        if (Table.Count > 0 && !Waivers.InForce.IsEmpty)
            PlanWaived(asOf, to);
    }

    public override void PlanSwap(Policy policy, DateOnly asOf)
    {
        coming = make(policy);
        (Coming, isAllAffected) = (coming.InTrack, true);
        foreach (var slot in facts.All())
            planned.Add(Again(slot, asOf));
    }

    public override void Settle(DateOnly to)
    {
        foreach (var subject in waived)
            subjects.Add(subject);

        foreach (var skipped in Skips.IsChanging ? Skips.Added.Concat(Skips.Gone) : [])
        {
            if (skipped.Subject is { } subject)
                subjects.Add(subject);
            else
                isAllAffected = true;
        }

        if (subjects.Count == 0 && !isAllAffected)
            return;

        var fold = new TrackFold<TFact>(coming ?? rule, to, periods.Planned(), given, Skips.Planned);
        if (isAllAffected || periods.IsAnotherSet || !hasMembers)
        {
            subjects.UnionWith(facts.All().Select(slot => facts.Keys.OwnerOf(facts[slot].Entry!)!));
            subjects.UnionWith(given?.MembersBefore ?? []);
        }

        var view = facts.Live;
        foreach (var subject in subjects)
        {
            Compare(subject, RowsOf(subject, fold, view), to);
        }
    }

    public override void Commit(DateOnly asOf, DateOnly to, List<StandingChange> changes)
    {
        facts.Apply(planned);
        facts.Pass(asOf, to);
        periods.Commit();
        hasMembers |= planned.Count > 0 || isAllAffected;
        rule = coming ?? rule;
        base.Commit(asOf, to, changes);
    }

    public override void Discard()
    {
        base.Discard();
        planned.Clear();
        subjects.Clear();
        waived.Clear();
        changed.Clear();
        periods.Discard();
        batch.Clear();
        (coming, isAllAffected) = (null, false);
    }

    private protected override bool Differ(Tracked before, Tracked after) => before.Movement != after.Movement;

    /// <summary>Plans the subjects of which a waiver begins or has ended.</summary>
    private void PlanWaived(DateOnly asOf, DateOnly to) =>
        waived.UnionWith(Waivers.InForce.Of(Rule.Id).Where(own => AccountRules.Waivers.TurnsOf(own.Value, asOf, to).Any()).Select(own => own.Key));

    private Planned<TFact> Again(int slot, DateOnly asOf) => Scheduled(facts[slot].Entry!, asOf, facts[slot].Subject, FactFailure.Alone) with { Slot = slot };

    private Planned<TFact> Scheduled(TFact fact, DateOnly asOf, string? subject, int index)
    {
        try
        {
            return new(
                Slot: 0, fact, OwnerHash: Keys<TFact>.HashOf(facts.Keys.OwnerOf(fact)), TurnsOn: (coming ?? rule).NextTurnInTrack(fact, asOf)?.DayNumber ?? 0);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw UnreadFact.Of(typeof(TFact), subject, Rule, index, e);
        }
    }

    private Dictionary<Period, (Tracked Row, int Code)> RowsOf(string subject, TrackFold<TFact> fold, TableView<TFact> view) =>
        Rows(fold, subject, FactFailure.Alone, into =>
        {
            foreach (var slot in view.Of(subject))
                into.Take(facts[slot].Entry!);

            foreach (var (key, fact) in changed.GetValueOrDefault(subject) ?? [])
                into.Replace(key.Period!.Value, fact);
        });

    /// <summary>The rows of a subject, whose facts are taken into the fold.</summary>
    private Dictionary<Period, (Tracked Row, int Code)> Rows(TrackFold<TFact> fold, string subject, int index, Action<TrackFold<TFact>> take)
    {
        try
        {
            fold.Begin();
            take(fold);
            return fold.Rows(subject);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw UnreadFact.Of(typeof(TFact), subject, Rule, index, e);
        }
    }

    /// <summary>Refuses a fact of the time of which only the members are given.</summary>
    private void CheckIsNotBefore(string subject, Period period, int index)
    {
        if (IsBefore(period))
            throw FactFailure.BeforeFirst(typeof(TFact), new(subject, period), given!.Periods[0], Rule, index);
    }

    private bool IsBefore(Period period) => given is { IsBeforeUnknown: false, Periods: [var first, ..] } && period < first;

    /// <summary>Notes whom a fact concerns, and which period comes or goes with it.</summary>
    private void Follow(in FactKey key, in Planned<TFact> fact)
    {
        ref var overlay = ref CollectionsMarshal.GetValueRefOrAddDefault(changed, key.Subject, out _);
        (overlay ??= []).Add((key, fact.Entry));
        subjects.Add(key.Subject);
        if (fact.Slot == 0)
            periods.Plan(key.Period!.Value, 1);
        else if (fact.Entry is null)
            periods.Plan(key.Period!.Value, -1);
    }

    /// <summary>Plans what makes the rows that there are the rows that there are to be.</summary>
    private void Compare(string subject, Dictionary<Period, (Tracked Row, int Code)> rows, DateOnly to)
    {
        foreach (var (period, (row, code)) in rows)
        {
            var key = new FactKey(subject, period);
            var hash = Keys<Tracked>.HashOf(key);
            var (slot, verdict) = (Table.Find(key, hash), (Coming ?? InForce).VerdictOf(code, period, to));
            if (slot == 0 || Coming is not null || waived.Contains(subject) || Table[slot].Verdict != verdict || Table[slot].Entry != row)
                Plan.Add(new(slot, row, subject, hash, Keys<Tracked>.HashOf(row.Account), verdict));
        }

        foreach (var period in periods.AllEver())
        {
            var key = new FactKey(subject, period);
            if (!rows.ContainsKey(period) && Table.Find(key, Keys<Tracked>.HashOf(key)) is var slot and not 0)
                Plan.Add(new(slot, Entry: null));
        }
    }
}
