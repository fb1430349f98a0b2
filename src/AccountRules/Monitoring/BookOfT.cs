using System.Runtime.InteropServices;

namespace AccountRules.Monitoring;

/// <inheritdoc/>
/// <typeparam name="TEntry">What has a standing: a fact, a group of facts, or a subject in a period of its track.</typeparam>
internal abstract class Book<TEntry>(Keys<TEntry> keys, Rule rule) : Book
    where TEntry : class
{
    /// <summary>A plan that has held more than this gives its memory back.</summary>
    private const int LargePlan = 4096;

    private readonly KeyOrder order = new();

    /// <summary>Which grades the rule that comes has as they are; made when it is first asked.</summary>
    private bool[]? kept;

    public override Rule Rule => InForce;

    public List<Planned<TEntry>> Plan { get; private set; } = [];

    public Table<TEntry> Table { get; } = new(keys);

    /// <summary>The rule that a swap has planned.</summary>
    protected Rule? Coming
    {
        get;
        set => (field, kept) = (value, null);
    }

    private protected Rule InForce { get; private set; } = rule;

    public override int Count(Standing standing) => Table.CountOf(standing);

    public override void Note(DateOnly asOf, DateOnly to, List<StandingChange> changes)
    {
        var first = changes.Count;
        changes.EnsureCapacity(first + Plan.Count);
        order.Expect(Plan.Count > 1 ? Plan.Count : 0);
        foreach (ref readonly var planned in CollectionsMarshal.AsSpan(Plan))
            Note(planned, asOf, to, changes);

        order.Sort(CollectionsMarshal.AsSpan(changes)[first..]);
    }

    public override void Commit(DateOnly asOf, DateOnly to, List<StandingChange> changes)
    {
        Table.Apply(Plan, to);
        InForce = Coming ?? InForce;
        base.Commit(asOf, to, changes);
        Discard();
    }

    public override void Discard()
    {
        base.Discard();
        Coming = null;
        order.Clear(LargePlan);
        Plan.Clear();
        if (Plan.Capacity > LargePlan)
            Plan = [];
    }

    public override BookView View(DateOnly asOf, bool isForGood) => View(isForGood ? Table.Freeze() : Table, asOf);

    private protected virtual BookView View(Table<TEntry> table, DateOnly asOf) => new BookView<TEntry>(InForce, table, asOf, Waivers.InForce);

    /// <summary>Whether an entry that is there keeps all that is said of it, so that nothing has to be planned; a waiver may begin or end for it.</summary>
    private protected bool Stays(int slot, Verdict verdict, decimal? payable) => slot != 0 && Waivers.InForce.IsEmpty && Waivers.Coming.IsEmpty
        && Table[slot].Verdict == verdict && Table.PayableOf(slot) == payable && (Coming is null || (payable is null && IsKept(verdict)));

    private bool IsKept(Verdict verdict) =>
        verdict.Grade < 0 || (kept ??= [.. InForce.Grades.Select((grade, i) => i < Coming!.Grades.Count && grade == Coming.Grades[i])])[verdict.Grade];

    /// <summary>What is said of an entry before the plan is made so.</summary>
    private protected virtual Assessment Before(TEntry entry, DateOnly asOf, Verdict verdict) => new(InForce, entry, asOf, verdict);

    /// <summary>Whether two entries with the same verdict differ in what else is said of them.</summary>
    private protected virtual bool Differ(TEntry before, TEntry after) => false;

    private void Note(in Planned<TEntry> planned, DateOnly asOf, DateOnly to, List<StandingChange> changes)
    {
        if (planned is { Slot: 0, IsGone: true })
            return;

        var subject = planned.Slot == 0 ? planned.Subject : Table[planned.Slot].Subject;
        var after = planned.IsGone
            ? (Assessment?)null
            : new Assessment(Coming ?? InForce, planned.Entry!, to, planned.Verdict, WaiversOf(subject));
        if (planned.Slot == 0)
        {
            changes.Add(new(Before: null, after));
        }
        else
        {
            ref readonly var slot = ref Table[planned.Slot];
            if (!planned.IsGone
                && (Coming is null
                    ? InForce.SaysSame(slot.Verdict, InForce, planned.Verdict)
                    : IsOfSameGrade(slot.Verdict, planned.Verdict) || IsSame(new(InForce, slot.Entry!, asOf, slot.Verdict), after!.Value))
                && Table.PayableOf(planned.Slot) == planned.Payable
                && (planned.Payable is null || InForce.CurrencyOf(slot.Entry!) == (Coming ?? InForce).CurrencyOf(planned.Entry!))
                && !Differ(slot.Entry!, planned.Entry!)
                && IsWaivedAlike(new(InForce, slot.Entry!, asOf, slot.Verdict, Of(Waivers.InForce, subject)), after))
            {
                return;
            }

            changes.Add(new(Before(slot.Entry!, asOf, slot.Verdict).With(Of(Waivers.InForce, subject)), after));
        }

        if (Plan.Count > 1)
        {
            order.Add(
                planned.Slot == 0 ? KeyOf(planned.Entry!, planned.Subject) : KeyOf(planned.Entry ?? Table[planned.Slot].Entry!, Table[planned.Slot].Subject));
        }
    }

    private FactKey KeyOf(TEntry entry, string? subject)
    {
        try
        {
            return Table.Keys.KeyOf(entry);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw UnreadFact.Of(typeof(TEntry), subject, Rule, FactFailure.Alone, e);
        }
    }

    /// <summary>Whether two verdicts under two policies have one grade, or one cause of having none: what most have that a swap leaves as they are.</summary>
    private bool IsOfSameGrade(Verdict before, Verdict after) =>
        before.Standing == after.Standing && before.Cause == after.Cause && InForce.GradeOf(before) == Coming!.GradeOf(after);

    /// <summary>
    /// Whether assessments under two policies say the same, by their words: along a line that another policy draws otherwise, a value may have the same factor.
    /// </summary>
    private static bool IsSame(in Assessment before, in Assessment after) => before.Rule.SaysSame(before.Verdict, after.Rule, after.Verdict)
        && before.Factor == after.Factor && string.Equals(before.Programme, after.Programme, StringComparison.Ordinal);

    private bool IsWaivedAlike(in Assessment before, in Assessment? after) =>
        (Waivers.InForce.IsEmpty && Waivers.Coming.IsEmpty) || before.Waiver == after?.Waiver;
}
