using System.Linq.Expressions;
using System.Text.Json.Serialization;
using AccountRules.Expressions;
using AccountRules.Gathering;
using AccountRules.History;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A lifecycle: a transition table that one fact goes through by its dates, or that the facts of a subject are folded over, period by period.
/// Immutable and safe for use by many threads.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
[JsonConverter(typeof(PlainJsonConverter<Rule>))]
public sealed class LifecycleRule<TFact> : Rule<TFact>
    where TFact : class
{
    private readonly LifecycleReader<TFact> lifecycle;
    private readonly Measure<TFact>? measure;
    private readonly Func<TFact, DateOnly, int>?[] steps;
    private Func<TFact, DateOnly, DateOnly?>? turning;
    private string[]? meanings;

    /// <summary>Makes a lifecycle rule.</summary>
    /// <param name="info">What the rule says about itself.</param>
    /// <param name="lifecycle">The transition table.</param>
    /// <param name="shape">The shape of the fact: who and what it is about.</param>
    /// <param name="measure">What the value of a fact is, if it has one.</param>
    /// <exception cref="ArgumentException">
    /// A condition reads the evaluation date otherwise than by comparing it with another date, so that the days on which it changes are not known.
    /// </exception>
    public LifecycleRule(RuleInfo info, Lifecycle<TFact> lifecycle, FactShape<TFact> shape, Measure<TFact>? measure = null)
        : this(info, LifecycleReader<TFact>.Of(lifecycle), shape.Reader, measure)
    {
        foreach (var (from, when, to) in this.lifecycle.Transitions)
            CheckReadable(when, $"transition from {Stages[from].Name} to {Stages[to].Name}", nameof(lifecycle));
    }

    private LifecycleRule(RuleInfo info, LifecycleReader<TFact> lifecycle, ShapeReader<TFact> shape, Measure<TFact>? measure)
        : base(info, measure?.Unit, lifecycle.Stages.Select(s => new Grade(s.Name, s.Standing) { IsNeverWaived = s.IsNeverWaived }), shape, lifecycle.Begins)
    {
        this.lifecycle = lifecycle;
        this.measure = measure;
        steps = new Func<TFact, DateOnly, int>?[lifecycle.Stages.Count];
    }

    private LifecycleRule(RuleVersions<TFact> versions)
        : base(versions)
    {
        var newest = (LifecycleRule<TFact>)versions.Newest;
        (lifecycle, measure, Days) = (newest.lifecycle, newest.measure, newest.Days);
        steps = new Func<TFact, DateOnly, int>?[lifecycle.Stages.Count];
        foreach (var rule in versions.Rules.Cast<LifecycleRule<TFact>>())
        {
            if (!rule.Stages.Select(s => (s.Name, s.Standing)).SequenceEqual(Stages.Select(s => (s.Name, s.Standing))))
            {
                throw new NotSupportedException(
                    $"Rule `{Id}` has the stages {string.Join(", ", rule.Stages.Select(s => s.Name))} in one version of the policy and "
                    + $"{string.Join(", ", Stages.Select(s => s.Name))} in another: a fact cannot go on from a stage that is not there.");
            }
        }
    }

    /// <summary>The stages, the initial one first.</summary>
    public IReadOnlyList<Stage> Stages => lifecycle.Stages;

    /// <summary>Which stages lead to which, and when, in the order in which the transitions are asked.</summary>
    public IReadOnlyList<Transition<TFact>> Transitions => field ??=
        [.. lifecycle.Transitions.Select(t => new Transition<TFact>(Stages[t.From].Name, (Expression<Func<TFact, DateOnly, bool>>)t.When, Stages[t.To].Name))];

    /// <summary>Whether facts can be tracked over periods: the facts have a period, and there are at most four stages.</summary>
    public bool IsTrackable => Shape.Period is not null && Stages.Count <= TrackCollector<TFact>.MostStages;

    /// <summary>
    /// The fact and the evaluation date, from a stage, to the index of the next stage or to a negative <see cref="Cause"/>. From the initial stage this is
    /// <see cref="Rule{TFact}.Expression"/>.
    /// </summary>
    /// <param name="stage">The index of the stage before.</param>
    internal Expression<Func<TFact, DateOnly, int>> ExpressionFrom(int stage) => Guarded(fact => PlaceFrom(fact, stage));

    /// <summary>The standing of a fact taken as it is, with everything in it known, from the initial stage.</summary>
    /// <param name="fact">The fact; it must not change while the assessment is read.</param>
    public Assessment Assess(TFact fact) => Assess(fact, DateOnly.MaxValue);

    /// <summary>
    /// Folds the facts of each subject over the periods, ordered by period and then as the facts came. The periods matter: without <paramref name="periods"/>
    /// they are those that the facts given hold, so that the rows of one account alone, which do not show the periods in which it has none, make another
    /// history than the rows of all. Where all facts are of one subject and no periods are given, each reason says so.
    /// </summary>
    /// <remarks>
    /// A subject without a fact in a period counts as nothing then, which leads an inside stage back to the initial one: that is one more assessment. In the
    /// first period nobody enters, and who is inside has stayed, unless <see cref="TrackPeriods.MembersBefore"/> says who was inside before; periods from
    /// before the policy are not applicable, and the first one after them is the first. Facts of each kind of period, such as months and quarters, are folded
    /// apart.
    /// </remarks>
    /// <param name="facts">The facts, in any order; of two for one subject and period the first counts and the other is <see cref="Cause.Duplicate"/>.</param>
    /// <param name="asOf">The evaluation date: periods that start later do not count.</param>
    /// <param name="periods">
    /// The periods that the data as a whole holds, where the facts are a part of it, and who was inside before; <c>null</c> where the facts are all there are.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A fact is of a period that is not among those given, or the id of its subject is not clean (see <see cref="Ids"/>); or members before are given, and the
    /// rule has not two stages.
    /// </exception>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public IEnumerable<Assessment> Track(IEnumerable<TFact> facts, DateOnly asOf, TrackPeriods? periods = null) =>
        CollectTrack(asOf, periods, keepsFacts: true).AssessAll(facts);

    /// <summary>The same for a queryable in memory. A database's is refused: it tells the members where the data is, by <c>Members</c>.</summary>
    /// <param name="facts">The facts; <c>AsEnumerable()</c> of a database's says that all rows are to be read.</param>
    /// <param name="asOf">The evaluation date: periods that start later do not count.</param>
    /// <param name="periods">The periods that the data as a whole holds, where the facts are a part of it.</param>
    /// <exception cref="ArgumentException">
    /// The facts are a query of a database, or one is not to be had as in <see cref="Track(IEnumerable{TFact}, DateOnly, TrackPeriods?)"/>.
    /// </exception>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public IEnumerable<Assessment> Track(IQueryable<TFact> facts, DateOnly asOf, TrackPeriods? periods = null) =>
        Track(facts.InMemory(Id, "Members"), asOf, periods);

    /// <summary>
    /// The same for facts that come subject by subject, ordered by subject and then period: folds each when the next one begins, in the memory that one needs.
    /// The periods are given, because what one subject lacks only the others would show.
    /// </summary>
    /// <param name="facts">The facts, sorted by subject, ordinally; those of one subject in any order.</param>
    /// <param name="asOf">The evaluation date: periods that start later do not count.</param>
    /// <param name="periods">All periods that the data holds.</param>
    /// <exception cref="ArgumentException">
    /// The facts are not sorted by subject, or one is of a period that is not given, or the id of its subject is not clean. Thrown when the first such fact is
    /// reached.
    /// </exception>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public IEnumerable<Assessment> TrackSorted(IEnumerable<TFact> facts, DateOnly asOf, IEnumerable<Period> periods) =>
        TrackSorted(facts, asOf, new TrackPeriods(periods));

    /// <inheritdoc cref="TrackSorted(IEnumerable{TFact}, DateOnly, IEnumerable{Period})"/>
    /// <param name="facts">The facts, sorted by subject, ordinally; those of one subject in any order.</param>
    /// <param name="asOf">The evaluation date: periods that start later do not count.</param>
    /// <param name="periods">All periods that the data holds, and who was inside before the first.</param>
    public IEnumerable<Assessment> TrackSorted(IEnumerable<TFact> facts, DateOnly asOf, TrackPeriods periods)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(periods);
        return NewTrack(asOf, until: asOf, periods, isSorted: true, keepsFacts: true).AssessSorted(facts);
    }

    /// <summary>
    /// Takes facts one at a time for <see cref="Track(IEnumerable{TFact}, DateOnly, TrackPeriods?)"/>; keeps 24 bytes of each, and the facts on request.
    /// </summary>
    /// <param name="asOf">The evaluation date: periods that start later do not count.</param>
    /// <param name="periods">The periods that the data as a whole holds, where the facts are a part of it.</param>
    /// <param name="keepsFacts">Whether it keeps the facts too, so that the records of its assessments have them and can be verified.</param>
    /// <exception cref="ArgumentException">Members before are given, and the rule has not two stages.</exception>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public Collector<TFact> CollectTrack(DateOnly asOf, TrackPeriods? periods = null, bool keepsFacts = false) =>
        NewTrack(asOf, until: asOf, periods, keepsFacts: keepsFacts);

    /// <summary>The same, ready to tell the track as of later dates too, up to a horizon.</summary>
    internal TrackCollector<TFact> CollectTrack(DateOnly asOf, DateOnly until, TrackPeriods? periods) => NewTrack(asOf, until, periods);

    /// <summary>Refuses what cannot be tracked; and members before the first period where it is not said in which stage they were.</summary>
    internal void CheckTrack(TrackPeriods? periods)
    {
        if (Shape.Period is null)
            throw new InvalidOperationException($"Rule `{Id}` cannot be tracked over periods, because its facts have none: give their shape a Period.");

        if (!IsTrackable)
            throw new InvalidOperationException($"Rule `{Id}` has {Stages.Count} stages, and a track takes at most {TrackCollector<TFact>.MostStages}.");

        if (periods is { IsBeforeUnknown: false } && Stages.Count != 2)
            throw new ArgumentException($"Rule `{Id}` has {Stages.Count} stages, and members before are given for two: outside and inside.", nameof(periods));
    }

    private TrackCollector<TFact> NewTrack(DateOnly asOf, DateOnly until, TrackPeriods? periods, bool isSorted = false, bool keepsFacts = false)
    {
        CheckTrack(periods);
        return new(this, asOf, until, periods, isSorted) { KeepsFacts = keepsFacts };
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IRuleVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return IsTrackable ? visitor.Track(this) : visitor.Each(this);
    }

    /// <inheritdoc cref="DeadlineRule{TFact}.For{THost}"/>
    public LifecycleRule<THost> For<THost>(Expression<Func<THost, TFact>> map)
        where THost : class => Mapped<THost>(new(map));

    /// <summary>
    /// The same rule for facts that have no pauses: it does not read them, so that it runs in databases, which cannot count them. Ask it of rows without pauses
    /// alone.
    /// </summary>
    public LifecycleRule<TFact> WithoutPauses() => Mapped<TFact>(UnpausedFacts);

    internal override LifecycleRule<THost> Mapped<THost>(Mapping mapping) => Versions is { } versions
        ? new(versions.Map<THost>(mapping))
        : new(Info, lifecycle.Map<THost>(mapping), Shape.Map<THost>(mapping), measure?.Map<THost>(mapping))
        {
            Guards = MapGuards<THost>(mapping),
            Details = MapDetails<THost>(mapping),
            Asks = MapAsks<THost>(mapping),
            WithoutWithheld = WithoutWithheld,
            Days = Days,
        };

    /// <inheritdoc cref="DeadlineRule{TFact}.WithCalendarTable"/>
    public LifecycleRule<TFact> WithCalendarTable(IQueryable<CalendarDay> days) => Versions is { } versions
        ? new(versions.Each(rule => ((LifecycleRule<TFact>)rule).WithCalendarTable(days)))
        : new(Info, lifecycle, Shape, measure)
        {
            Guards = Guards,
            Details = Details,
            Asks = Asks,
            Days = Days,
            CalendarTable = days,
        };

    /// <summary>The expression from a stage, for a database.</summary>
    internal LambdaExpression QueryExpressionFrom(int stage) => Lambda(fact => Known(fact, f => PlaceFrom(f, stage)));

    /// <summary>The expression from a stage, as of periods that have ended.</summary>
    internal Expression<Func<TFact, DateOnly, int>> ExpressionOnceEndedFrom(int stage) => GuardedAsEnded(fact => PlaceFrom(fact, stage));

    /// <summary>From a stage, the index of the next one, by whichever version.</summary>
    private Expression PlaceFrom(ParameterExpression fact, int stage) => Versions is { } versions
        ? Tree.WithCodes(
            versions.Place(fact, rule => ((LifecycleRule<TFact>)rule).PlaceFrom(fact, stage)), code => code >= 0 ? code % Stages.Count : code)
        : lifecycle.Place(fact, stage);

    /// <summary>The rule of what is said of a subject in one period of its track.</summary>
    internal TrackedRule<TFact> InTrack => field ??= new(this);

    internal override VersionTransition UsualTransition => IsOfPeriods ? base.UsualTransition
        : HasDates ? VersionTransition.ByStart : VersionTransition.ByEvaluationDate;

    internal override bool IsInForceIn(Period period, DateOnly asOf) => Versions is { } versions
        ? versions.Rules[versions.Plan.Of(VersionDates.Of(period, asOf))].Info.NotSet is null
        : base.IsInForceIn(period, asOf);

    private protected override LifecycleRule<TFact> Versioned(RuleVersions<TFact> versions) => new(versions);

    /// <summary>Where a fact leads from a stage, whether or not its period has ended.</summary>
    internal int Step(TFact fact, DateOnly asOf, int stage) => (steps[stage] ??= Lowering.Compile(ExpressionOnceEndedFrom(stage)))(fact, asOf);

    private protected override Expression Placed(ParameterExpression fact) => lifecycle.Place(fact, stage: 0);

    internal override Selector<TFact, DateOnly?>? Ends => lifecycle.Ends;

    internal override Measure<TFact>? Measured => measure;

    /// <summary>How its conditions count days, if they do; <c>null</c> where they compare dates.</summary>
    internal DayCount? Days { get; init; }

    internal override Counting<TFact>? Counter => field ??= Days is null ? null : Counting<TFact>.Of(Days, Shape);

    /// <summary>
    /// The first date after another on which the fact may lead elsewhere from some stage, or gets its value; <c>null</c> where it never does.
    /// Allocates nothing.
    /// </summary>
    internal DateOnly? NextTurnInTrack(TFact fact, DateOnly after) =>
        Turns.First(after, lifecycle.Ends?.Of(fact), (turning ??= Turning.Compile(Enumerable.Range(0, Stages.Count).Select(ExpressionFrom)))(fact, after));

    internal override IEnumerable<RecordedValue> InputsOf(object fact)
    {
        if (lifecycle.Begins is { } begins)
            yield return RecordedValue.Of("start", begins.Of((TFact)fact));

        if (lifecycle.Due is { } due)
            yield return RecordedValue.Of("due", due.Of((TFact)fact));

        if (lifecycle.Ends is { } ends)
            yield return RecordedValue.Of("end", ends.Of((TFact)fact));

        foreach (var (name, of) in lifecycle.Reads)
        {
            if (of.Of((TFact)fact) is { } value)
                yield return RecordedValue.Of(name, value);
        }

        foreach (var input in measure?.Inputs((TFact)fact) ?? [])
            yield return input;

        foreach (var input in Counter?.Inputs((TFact)fact) ?? [])
            yield return input;
    }

    internal override Assessment Again(AssessmentRecord record, Cause known) =>
        record.Known(Tracked.BeforeName) is null ? base.Again(record, known) : InTrack.Again(record, known);

    internal override DateOnly? DueOn(object fact, DateOnly asOf) => lifecycle.DueOn((TFact)fact, asOf);

    internal override decimal? ValueOf(object fact, DateOnly asOf) =>
        lifecycle.Ends is { } ends && !(ends.Of((TFact)fact) <= asOf) ? null : measure?.ValueOf((TFact)fact, asOf);

    private protected override string ReasonOf(TFact fact, DateOnly asOf, Verdict verdict) =>
        Message.Of($"{NameOf(fact)} {Named(fact, verdict.Grade % Stages.Count, asOf)}.") + Counter?.Stood(fact, Begins?.Of(fact)?.DayNumber, asOf.DayNumber);

    /// <summary>A meaning with what the lifecycle names filled in.</summary>
    private string Named(TFact fact, int stage, DateOnly asOf)
    {
        var meaning = Meaning(stage, ValueOf(fact, asOf), DueOn(fact, asOf), lifecycle.Ends?.Of(fact), measure?.Unstated(fact));
        return lifecycle.Names.Aggregate(meaning, (text, name) => text.Replace(
            $"{{{name.Name}}}", Visible.Text(RecordedValue.Of(name.Name, name.Of.Of(fact)).Value ?? Message.Text("nothing")), StringComparison.Ordinal));
    }

    internal string Meaning(int stage, decimal? value, DateOnly? due = null, DateOnly? end = null, string? unstated = null)
    {
        var meaning = Language.Spoken is null ? (meanings ??= [.. Stages.Select(Stated)])[stage] : Stated(Stages[stage]);
        if (meaning.Contains("{value}", StringComparison.Ordinal))
        {
            meaning = meaning.Replace(
                "{value}",
                value is { } v && Unit is { } unit ? Texts.Measured(v, unit, UnitName) : unstated ?? Message.Text("nothing"),
                StringComparison.Ordinal);
        }

        return Dated(Dated(meaning, "{due}", due), "{end}", end);
    }

    private static string Dated(string meaning, string place, DateOnly? date) => meaning.Contains(place, StringComparison.Ordinal)
        ? meaning.Replace(place, date is { } on ? Texts.Date(on) : Message.Text("no date"), StringComparison.Ordinal)
        : meaning;

    /// <summary>What a stage means, with the numbers of the policy: made once in English.</summary>
    private string Stated(Stage stage) => lifecycle.Stated.Aggregate(
        Message.Text(stage.Meaning), (text, stated) => text.Replace($"{{{stated.Key}}}", stated.Value, StringComparison.Ordinal));
}
