using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Gathering;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A lifecycle: a transition table that one fact goes through by its dates, or that the facts of a subject are folded over, period by period.
/// Immutable and safe for use by many threads.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public sealed class LifecycleRule<TFact> : Rule<TFact>
    where TFact : class
{
    private readonly LifecycleReader<TFact> lifecycle;
    private readonly Measure<TFact>? measure;
    private readonly Func<TFact, DateOnly, int>?[] steps;
    private Func<TFact, DateOnly, DateOnly?>? turning;

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
        : base(info, measure?.Unit, lifecycle.Stages.Select(s => new Grade(s.Name, s.Standing)), shape, lifecycle.Begins)
    {
        this.lifecycle = lifecycle;
        this.measure = measure;
        steps = new Func<TFact, DateOnly, int>?[lifecycle.Stages.Count];
    }

    /// <summary>The stages, the initial one first.</summary>
    public IReadOnlyList<Stage> Stages => lifecycle.Stages;

    /// <summary>Which stages lead to which, in the order in which the transitions are asked.</summary>
    public IReadOnlyList<(string From, string To)> Transitions => field ??= [.. lifecycle.Transitions.Select(t => (Stages[t.From].Name, Stages[t.To].Name))];

    /// <summary>Whether facts can be tracked over periods: the facts have a period, and there are at most four stages.</summary>
    public bool IsTrackable => Shape.Period is not null && Stages.Count <= TrackCollector<TFact>.MostStages;

    /// <summary>
    /// The fact and the evaluation date, from a stage, to the index of the next stage or to a negative <see cref="Cause"/>. From the initial stage this is
    /// <see cref="Rule{TFact}.Expression"/>.
    /// </summary>
    /// <param name="stage">The index of the stage before.</param>
    public Expression<Func<TFact, DateOnly, int>> ExpressionFrom(int stage) => Guarded(fact => lifecycle.Place(fact, stage));

    /// <summary>The standing of a fact taken as it is, with everything in it known, from the initial stage.</summary>
    /// <param name="fact">The fact; it must not change while the assessment is read.</param>
    public Assessment Assess(TFact fact) => Assess(fact, DateOnly.MaxValue);

    /// <summary>
    /// Folds the facts of each subject over the periods that the data holds, ordered by period and then as the facts came. A subject without a fact in a period
    /// counts as nothing then, which leads an inside stage back to the initial one: that is one more assessment. In the first period nobody enters; who is
    /// inside has stayed. Yearly, quarterly and monthly facts are folded apart.
    /// </summary>
    /// <param name="facts">The facts, in any order; of two for one subject and period the first counts and the other is <see cref="Cause.Duplicate"/>.</param>
    /// <param name="asOf">The evaluation date: periods that start later do not count.</param>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public IEnumerable<Assessment> Track(IEnumerable<TFact> facts, DateOnly asOf) => CollectTrack(asOf).AssessAll(facts);

    /// <summary>The same for a queryable in memory. A database's is refused: it tells the members where the data is, by <c>Members</c>.</summary>
    /// <param name="facts">The facts; <c>AsEnumerable()</c> of a database's says that all rows are to be read.</param>
    /// <param name="asOf">The evaluation date: periods that start later do not count.</param>
    /// <exception cref="ArgumentException">The facts are a query of a database.</exception>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public IEnumerable<Assessment> Track(IQueryable<TFact> facts, DateOnly asOf) => Track(facts.InMemory(Id, "Members"), asOf);

    /// <summary>
    /// The same for facts that come subject by subject, ordered by subject and then period: folds each when the next one begins, in the memory that one needs.
    /// The periods are given, because what one subject lacks only the others would show.
    /// </summary>
    /// <param name="facts">The facts, sorted by subject, ordinally; those of one subject in any order.</param>
    /// <param name="asOf">The evaluation date: periods that start later do not count.</param>
    /// <param name="periods">All periods that the data holds.</param>
    /// <exception cref="ArgumentException">
    /// The facts are not sorted by subject, or one is of a period that is not given. Thrown when the first such fact is reached.
    /// </exception>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public IEnumerable<Assessment> TrackSorted(IEnumerable<TFact> facts, DateOnly asOf, IEnumerable<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(periods);
        return NewTrack(asOf, until: asOf, periods.ToHashSet()).AssessSorted(facts);
    }

    /// <summary>Takes facts one at a time for <see cref="Track(IEnumerable{TFact}, DateOnly)"/>; keeps 24 bytes of each.</summary>
    /// <param name="asOf">The evaluation date: periods that start later do not count.</param>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public Collector<TFact> CollectTrack(DateOnly asOf) => NewTrack(asOf, until: asOf, periods: null);

    /// <summary>The same, ready to tell the track as of later dates too, up to a horizon.</summary>
    internal TrackCollector<TFact> CollectTrack(DateOnly asOf, DateOnly until) => NewTrack(asOf, until, periods: null);

    private TrackCollector<TFact> NewTrack(DateOnly asOf, DateOnly until, IReadOnlySet<Period>? periods)
    {
        if (Shape.Period is null)
            throw new InvalidOperationException($"Rule `{Id}` cannot be tracked over periods, because its facts have none: give their shape a Period.");

        if (Stages.Count > TrackCollector<TFact>.MostStages)
            throw new InvalidOperationException($"Rule `{Id}` has {Stages.Count} stages, and a track takes at most {TrackCollector<TFact>.MostStages}.");

        return new(this, asOf, until, periods);
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IRuleVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return IsTrackable ? visitor.Track(this) : visitor.Each(this);
    }

    /// <inheritdoc cref="DeadlineRule{TFact}.For{THost}"/>
    public LifecycleRule<THost> For<THost>(Expression<Func<THost, TFact>> map)
        where THost : class
    {
        var mapping = new Mapping(map);
        return new(Info, lifecycle.Map<THost>(mapping), Shape.Map<THost>(mapping), measure?.Map<THost>(mapping))
        {
            Guards = MapGuards<THost>(mapping),
            Details = MapDetails<THost>(mapping),
        };
    }

    /// <summary>The expression from a stage, for a database.</summary>
    internal LambdaExpression QueryExpressionFrom(int stage) => Lambda(fact => Known(fact, f => lifecycle.Place(f, stage)));

    /// <summary>Where a fact leads from a stage, whether or not its period has ended.</summary>
    internal int Step(TFact fact, DateOnly asOf, int stage) =>
        (steps[stage] ??= Lowering.Compile(GuardedAsEnded(fact => lifecycle.Place(fact, stage))))(fact, asOf);

    private protected override Expression Place(ParameterExpression fact) => lifecycle.Place(fact, stage: 0);

    private protected override Selector<TFact, DateOnly?>? Ends => lifecycle.Ends;

    internal override Measure<TFact>? Measured => measure;

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

        foreach (var input in measure?.Inputs((TFact)fact) ?? [])
            yield return input;
    }

    internal override DateOnly? DueOn(object fact) => lifecycle.Due?.Of((TFact)fact);

    internal override decimal? ValueOf(object fact, DateOnly asOf) =>
        lifecycle.Ends is { } ends && !(ends.Of((TFact)fact) <= asOf) ? null : measure?.ValueOf((TFact)fact, asOf);

    private protected override string ReasonOf(TFact fact, DateOnly asOf, Verdict verdict) =>
        $"{NameOf(fact)} {Meaning(verdict.Grade % Stages.Count, ValueOf(fact, asOf), DueOn(fact), lifecycle.Ends?.Of(fact), measure?.Unstated(fact))}.";

    internal string Meaning(int stage, decimal? value, DateOnly? due = null, DateOnly? end = null, string? unstated = null) => Stages[stage].Meaning
        .Replace("{value}", value is { } v && Unit is { } unit ? Texts.Measured(v, unit) : unstated ?? "nothing", StringComparison.Ordinal)
        .Replace("{due}", due is { } d ? Texts.Date(d) : "no date", StringComparison.Ordinal)
        .Replace("{end}", end is { } e ? Texts.Date(e) : "no date", StringComparison.Ordinal);
}
