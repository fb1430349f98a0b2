using System.Runtime.InteropServices;
using AccountRules.Expressions;

namespace AccountRules.Gathering;

/// <summary>
/// Of each fact it keeps the subject's number, the value, and where each stage leads: the fact as a function from stage to stage. Of the facts that
/// turn after the evaluation date and up to a horizon, it keeps the fact too.
/// </summary>
internal sealed class TrackCollector<TFact> : Collector<TFact>
    where TFact : class
{
    /// <summary>Where each stage leads takes a byte of a row's <c>int</c>.</summary>
    public const int MostStages = 4;

    private readonly LifecycleRule<TFact> rule;
    private readonly TrackedRule<TFact> tracked;
    private readonly ShapeReader<TFact> shape;
    private readonly DateOnly asOf;
    private readonly DateOnly until;
    private readonly TrackPeriods? given;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<(string Subject, string? Account)> subjects = [];
    private readonly Dictionary<Period, TrackRows> periods;
    private readonly Dictionary<Period, List<(int Index, TFact Fact)>> turning = [];
    private readonly Dictionary<Period, List<TFact>> keptFacts = [];
    private readonly Dictionary<(Period Period, int Index), TFact> ofOtherCurrency = [];
    private readonly SortedSet<DateOnly> turns = [];
    private readonly Unreadable unreadable = new();

    /// <summary>Begins a track.</summary>
    /// <param name="rule">The lifecycle.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="until">The last later date that the track is asked for.</param>
    /// <param name="given">The periods; <c>null</c> for those that the facts hold.</param>
    /// <param name="isSorted">Whether facts come subject by subject: who was inside before and has none is then asked for between two.</param>
    public TrackCollector(LifecycleRule<TFact> rule, DateOnly asOf, DateOnly until, TrackPeriods? given, bool isSorted)
    {
        (this.rule, tracked, shape, this.asOf, this.until, this.given) = (rule, rule.InTrack, rule.Shape, asOf, until, given);
        periods = given?.Periods.ToDictionary(period => period, _ => new TrackRows()) ?? [];
        turns.UnionWith(
            periods.Keys.SelectMany(period => (DateOnly?[])[period.Start, period.DayAfter]).OfType<DateOnly>().Where(day => day > asOf && day <= until));
        if (!isSorted)
            AddMembers(given?.MembersBefore ?? []);
    }

    /// <summary>Whether it keeps the facts for records, in the order of their rows.</summary>
    public bool KeepsFacts { get; init; }

    public override void Add(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var subject = shape.SubjectOf(fact);
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, subject, out var isKnown);
        if (!isKnown)
        {
            CheckId(subject);
            number = subjects.Count;
            subjects.Add((subject, shape.Account?.Of(fact)));
        }
        else if (subjects[number].Account is null && shape.Account is { } account)
        {
            subjects[number] = (subject, account.Of(fact));
        }

        var period = shape.Period!.Of(fact);
        if (given?.Contains(period) is false)
        {
            throw new ArgumentException(
                $"{rule.Info.Noun} {subject} has a fact in {period}, which is not among the periods given: add it to them.", nameof(fact));
        }

        ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(periods, period, out _);
        rows ??= new();
        if (until > asOf)
            Watch(fact, period, rows.Count);

        if (KeepsFacts)
            Keep(fact, period);
        else if (shape.Currency?.Of(fact) is { } currency && currency != rule.Info.Currency)
            ofOtherCurrency.Add((period, rows.Count), fact);

        rows.Add(RowOf(fact, number, asOf));
    }

    public override void AddUnreadable(string? subject) => unreadable.Add(subject);

    internal override void Clear()
    {
        numbers.Clear();
        subjects.Clear();
        turning.Clear();
        keptFacts.Clear();
        ofOtherCurrency.Clear();
        turns.Clear();
        foreach (var rows in periods.Values)
            rows.Clear();
    }

    internal override string SubjectOf(TFact fact) => shape.SubjectOf(fact);

    internal override Rule Rule => rule;

    /// <summary>Those who were inside before, have no fact, and come between two subjects.</summary>
    internal override IEnumerable<Assessment> AssessAbsent(string? after, string? before)
    {
        foreach (var member in given?.MembersBetween(after, before) ?? [])
        {
            AddMembers([member]);
            foreach (var assessment in Assess())
                yield return assessment;

            Clear();
        }
    }

    private void AddMembers(IEnumerable<string> members)
    {
        foreach (var member in members)
        {
            numbers.Add(member, subjects.Count);
            subjects.Add((member, shape.IsOfAccounts ? member : null));
        }
    }

    /// <summary>Once for a subject; it is as if the fact had not been given.</summary>
    private void CheckId(string subject)
    {
        if (Ids.Fault(subject) is not { } fault)
            return;

        numbers.Remove(subject);
        throw new ArgumentException(fault);
    }

    public override IEnumerable<Assessment> Assess() => AssessOn(asOf);

    internal override Comparison<Assessment> Order => Tracked.Compare;

    /// <summary>All at once: what begins in a period, or in none of them, hangs on the periods of all.</summary>
    internal override IEnumerable<RowsInTime> InTime() => [new(AssessOn, NextTurn, Order)];

    private DateOnly? NextTurn(DateOnly after)
    {
        foreach (var day in turns.GetViewBetween(after, DateOnly.MaxValue))
        {
            if (day > after)
                return day;
        }

        return null;
    }

    private IEnumerable<Assessment> AssessOn(DateOnly on) =>
        periods.Keys.GroupBy(p => p.Kind).OrderBy(kind => kind.Key).SelectMany(kind => Fold([.. kind.Order()], on));

    /// <summary>Keeps a fact that turns within the horizon. On a period's first day the track turns too: who has no fact in the period leaves then.</summary>
    private void Watch(TFact fact, Period period, int index)
    {
        if (period.Start > asOf && period.Start <= until)
            turns.Add(period.Start);

        if (rule.NextTurnInTrack(fact, asOf) is not { } first || first > until)
            return;

        for (DateOnly? turn = first; turn <= until; turn = rule.NextTurnInTrack(fact, turn.Value))
            turns.Add(turn.Value);

        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(turning, period, out _);
        (kept ??= []).Add((index, fact));
    }

    private void Keep(TFact fact, Period period)
    {
        ref var facts = ref CollectionsMarshal.GetValueRefOrAddDefault(keptFacts, period, out _);
        (facts ??= []).Add(fact);
    }

    private TrackRow RowOf(TFact fact, int subject, DateOnly on)
    {
        var leads = 0;
        for (var stage = rule.Stages.Count - 1; stage >= 0; stage--)
            leads = (leads << 8) | (byte)(sbyte)rule.Step(fact, on, stage);

        return new(subject, leads, rule.ValueOf(fact, on) ?? 0);
    }

    /// <summary>The rows of a period as they are on a date.</summary>
    private IEnumerable<TrackRow> RowsOf(Period period, DateOnly on)
    {
        if (on == asOf || !turning.TryGetValue(period, out var kept))
            return periods[period].All();

        var next = 0;
        return periods[period].All().Select((row, i) => next < kept.Count && kept[next].Index == i ? RowOf(kept[next++].Fact, row.Subject, on) : row);
    }

    private IEnumerable<Assessment> Fold(Period[] ordered, DateOnly on)
    {
        var stages = new byte[subjects.Count];
        for (var subject = 0; subject < stages.Length && given is { IsBeforeUnknown: false }; subject++)
            stages[subject] = (byte)given.StageBefore(subjects[subject].Subject);

        var lastSeen = new int[subjects.Count];
        var first = Tracked.First(ordered, rule, given);
        var isAlone = given is null && subjects.Count == 1;
        HashSet<int> unread = unreadable.HasSubjects
            ? [.. ordered.SelectMany(period => RowsOf(period, on)).Select(row => row.Subject).Where(s => unreadable.IsOf(subjects[s].Subject))]
            : [];
        for (var i = 0; i < ordered.Length; i++)
        {
            var (period, now, isFirst) = (ordered[i], i + 1, ordered[i] == first);
            var (facts, next) = (keptFacts.GetValueOrDefault(period), -1);
            foreach (var row in RowsOf(period, on))
            {
                var code = (int)(sbyte)(row.Leads >> (stages[row.Subject] * 8));

                // A version that is not in force says nothing that the end of a period could change.
                var ends = code == -Cause.NoThreshold.Number ? (Period?)null : period;
                if (lastSeen[row.Subject] == now && tracked.VerdictOf(code).Standing != Standing.NotApplicable)
                    code = -Cause.Duplicate.Number;

                lastSeen[row.Subject] = now;
                var fact = facts is null ? ofOtherCurrency.GetValueOrDefault((period, ++next)) : facts[++next];
                yield return Move(row.Subject, period, row.Value, tracked.VerdictOf(code, ends, on), code, isFirst, hasFact: true, fact);
                if (code >= 0)
                    stages[row.Subject] = (byte)code;
            }

            for (var subject = 0; subject < stages.Length; subject++)
            {
                // Who has no fact and is outside says nothing, but where one was of it that could not be read, and may be of this period.
                if (lastSeen[subject] == now || (stages[subject] == 0 && !unread.Contains(subject)) || !Tracked.MayLeaveIn(period, rule, on))
                    continue;

                // Who may have a row that could not be read has not left for want of one.
                var isKnown = !unreadable.MayBeOf(subjects[subject].Subject);
                var code = isKnown ? 0 : -Cause.Unreadable.Number;
                yield return Move(subject, period, value: 0, tracked.VerdictOf(code, period, on), code, isFirst, hasFact: false);
                if (isKnown)
                    stages[subject] = 0;
            }
        }

        Assessment Move(int subject, Period period, decimal value, Verdict verdict, int code, bool isFirst, bool hasFact, TFact? fact = null)
        {
            var movement = Tracked.MovementOf(stages[subject], code, isFirst);
            return new(
                tracked,
                new Tracked(subject, subjects[subject].Subject, subjects[subject].Account, period, value, movement, hasFact)
                {
                    IsAlone = isAlone,
                    Before = stages[subject],
                    IsFirst = isFirst,
                    Fact = fact,
                },
                on,
                verdict);
        }
    }
}
