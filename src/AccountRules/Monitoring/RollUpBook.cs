using System.Runtime.InteropServices;
using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>Groups of the facts of another book, seen through the tally of their standings.</summary>
internal sealed class RollUpBook<TFact>(
    FactBook<TFact> facts, Func<Policy, RollUpRule<TFact>> make, RollUpRule<TFact> rule)
    : Book<Group>(new(group => new(group.Subject, group.Period), group => group.Subject), rule), IReads<TFact>, ITogether<TFact>
    where TFact : class
{
    private readonly Dictionary<FactKey, Counted> counts = [];
    private readonly List<int> due = [];
    private readonly Skips[] allSkips = [new()];
    private Range noted;

    /// <summary>Whether the policy that comes requires other parts.</summary>
    private bool hasOtherParts;

    private RollUpRule<TFact> Judge => (RollUpRule<TFact>)(Coming ?? InForce);

    public IFactBook<TFact> Taker => facts;

    public Skips Skips => allSkips[0];

    public override Skips[] AllSkips => allSkips;

    public SkippedFact? Skipped(TFact? fact, LoadProblem problem) => SkippedFact.Of(fact, problem, facts);

    /// <summary>A group whose period ends is provisional no more, and a waiver ends, also where none of its facts says anything else.</summary>
    public override void PlanAdvance(DateOnly asOf, DateOnly to)
    {
        Table.Due(to, due);
        foreach (var slot in due)
            CountAgain(slot);
    }

    /// <summary>All groups are judged anew; where the policy requires other parts, it is counted again which of them have come.</summary>
    public override void PlanSwap(Policy policy, DateOnly asOf)
    {
        Coming = make(policy);
        hasOtherParts = !Judge.RequiresAsDoes((RollUpRule<TFact>)InForce);
        foreach (var slot in Table.All())
            CountAgain(slot);

        foreach (var slot in hasOtherParts ? facts.Table.All() : [])
        {
            ref var counted = ref CountedOf(facts.Table[slot].Entry!);
            counted = counted with { Come = counted.Come | Judge.PartOf(facts.Table[slot].Entry!) };
        }
    }

    public override void Settle(DateOnly to)
    {
        foreach (ref readonly var planned in CollectionsMarshal.AsSpan(facts.Plan))
            Count(planned);

        CountSkipped(Skips.Added);
        CountSkipped(Skips.Gone);
        var unread = Skips.Planned;
        foreach (var (key, given) in counts)
        {
            var isUnread = unread.Facts.MayBeOf(key.Subject);
            var hash = Keys<Group>.HashOf(key);
            var slot = Table.Find(key, hash);
            var counted = Judge.Complete(given, key.Period, to).WithUnread(isUnread);
            var verdict = Judge.Judge(key.Subject, counted, key.Period, to);
            if (slot == 0 ? given == default : !IsDue(slot, to) && IsSame(slot, given, isUnread, verdict))
                continue;

            Plan.Add(given == default
                ? new(slot, Entry: null)
                : new(
                    slot, new(key.Subject, key.Period, counted.Tally) { Missing = counted.Missing, Come = given.Come, IsUnread = isUnread }, key.Subject, hash,
                    Keys<Group>.HashOf(key.Subject), verdict,
                    TurnsOn: TurnsOn(to, key.Period?.DayAfter is { } day && day > to ? day : null, key.Subject)));
        }
    }

    public override void Note(DateOnly asOf, DateOnly to, List<StandingChange> changes)
    {
        var first = changes.Count;
        base.Note(asOf, to, changes);
        noted = first..changes.Count;
    }

    public override void Commit(DateOnly asOf, DateOnly to, List<StandingChange> changes)
    {
        base.Commit(asOf, to, changes);
        var own = CollectionsMarshal.AsSpan(changes)[noted];
        if (own.IsEmpty)
            return;

        var view = new RollUpView(InForce, Absences, Table, to, Waivers.InForce);
        foreach (ref var change in own)
        {
            if (change.After is { } after)
                change = change with { After = view.Find(new(after.Subject, after.Period)) };
        }
    }

    public override void Discard()
    {
        base.Discard();
        counts.Empty();
        hasOtherParts = false;
    }

    private protected override BookView View(Table<Group> table, DateOnly asOf) => new RollUpView(InForce, Absences, table, asOf, Waivers.InForce);

    private protected override Assessment Before(Group entry, DateOnly asOf, Verdict verdict) =>
        new(InForce, RollUpView.WithStreak(Table, entry, Absences), asOf, verdict);

    private Absences? Absences => ((RollUpRule<TFact>)InForce).Absences;

    private bool IsSame(int slot, Counted given, bool isUnread, Verdict verdict) => Table[slot].Entry!.Given == given && Table[slot].Entry!.IsUnread == isUnread
        && Table[slot].Verdict == verdict && (Coming is null || (!hasOtherParts && Stays(slot, verdict, payable: null)));

    private bool IsDue(int slot, DateOnly to) => Table[slot].TurnsOn is var day and not 0 && day <= to.DayNumber;

    /// <summary>All groups that a fact may belong to which was skipped, or is so no more.</summary>
    private void CountSkipped(IReadOnlyCollection<SkippedFact> skipped)
    {
        if (skipped.Count == 0)
            return;

        var slots = skipped.Any(one => one.Subject is null)
            ? Table.All()
            : skipped.Select(one => one.Subject!).Distinct(StringComparer.Ordinal).SelectMany(Table.Of);
        foreach (var slot in slots)
            CountAgain(slot);
    }

    /// <summary>A group that may be judged otherwise, though none of its facts is.</summary>
    private void CountAgain(int slot) =>
        counts.TryAdd(Table.Keys.KeyOf(Table[slot].Entry!), hasOtherParts ? new(Table[slot].Entry!.Given.Tally) : Table[slot].Entry!.Given);

    private void Count(in Planned<TFact> planned)
    {
        if (planned.Slot != 0)
        {
            ref readonly var slot = ref facts.Table[planned.Slot];
            if (!planned.IsGone && slot.Verdict.Standing == planned.Verdict.Standing && slot.Verdict.Cause == planned.Verdict.Cause)
                return;

            ref var counted = ref CountedOf(slot.Entry!);
            counted = new(counted.Tally.Without(slot.Verdict), Come: counted.Come & ~Judge.PartOf(slot.Entry!));
        }

        if (!planned.IsGone)
        {
            ref var counted = ref CountedOf(planned.Entry!);
            counted = new(counted.Tally.With(planned.Verdict), Come: counted.Come | Judge.PartOf(planned.Entry!));
        }
    }

    private ref Counted CountedOf(TFact fact)
    {
        var key = facts.KeyOf(fact) with { Part = null, StartedOn = null };
        ref var counted = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out var isKnown);
        if (!isKnown && Table.Find(key) is var slot and not 0)
            counted = Table[slot].Entry!.Given;

        return ref counted;
    }
}
