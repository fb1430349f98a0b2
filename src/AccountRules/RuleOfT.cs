using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Expressions;
using AccountRules.History;
using Node = System.Linq.Expressions.Expression;

namespace AccountRules;

/// <summary>A rule for one type of fact. <see cref="Expression"/> is the single source of its meaning. Immutable and safe for use by many threads.</summary>
/// <typeparam name="TFact">The type of the fact: one of <c>AccountRules.Facts</c>, a host's own, or a host's entity through <c>For</c>.</typeparam>
[JsonConverter(typeof(PlainJsonConverter<Rule>))]
public abstract partial class Rule<TFact> : Rule
    where TFact : class
{
    private readonly bool isFixed = IsFixed(typeof(TFact));
    private Func<TFact, DateOnly, Verdict>? judge;
    private Selector<TFact, object?>[]? details;
    private Func<TFact, DateOnly, DateOnly?>? turning;

    private protected Rule(
        RuleInfo info, Unit? unit, IEnumerable<Grade> grades, ShapeReader<TFact> shape, Selector<TFact, DateOnly?>? begins, bool mayLackStart = false)
        : base(info, unit, begins is null && shape.Period is not null ? Grade.OfPeriods(grades, info.Judged ?? PeriodJudgement.AsItStands) : grades)
    {
        Shape = shape;
        Begins = begins ?? PeriodDay(shape, nameof(Period.Start));
        MayLackStart = mayLackStart;
    }

    /// <summary>A rule that judges by several versions of a policy.</summary>
    private protected Rule(RuleVersions<TFact> versions)
        : base(versions.Info, versions.Newest.Unit, versions.Grades)
    {
        var newest = versions.Newest;
        (Versions, IsVersioned, Shape, Begins, MayLackStart) = (versions, true, newest.Shape, newest.Begins, newest.MayLackStart);
        (Details, Asks, CalendarTable) = (newest.Details, newest.Asks, newest.CalendarTable);
        foreach (var rule in versions.Rules)
            rule.Whole = this;
    }

    /// <summary>
    /// The fact and the evaluation date to the index of a grade, or to a negative <see cref="Cause"/>; while the fact's period runs, to the cause's number
    /// added to how many grades there are. Any LINQ provider can run it. In memory it is compiled with exact decimals: no product is rounded, no date
    /// overflows.
    /// </summary>
    internal Expression<Func<TFact, DateOnly, int>> Expression => field ??= Guarded(Place);

    /// <summary>
    /// The same in memory, where tables of many categories are looked up instead of asked for one by one, and what several guards ask is asked once.
    /// </summary>
    internal Expression<Func<TFact, DateOnly, int>> ExpressionInMemory => field ??= AskedOnce.In(Guarded(PlaceInMemory));

    /// <summary>The same as of periods that have ended: what is said of one that runs follows from it.</summary>
    internal Expression<Func<TFact, DateOnly, int>> ExpressionOnceEnded => IsOfPeriods ? GuardedAsEnded(Place) : Expression;

    /// <summary>What makes a fact that has begun undetermined, asked in order before its measure.</summary>
    /// <exception cref="ArgumentException">
    /// A guard reads the evaluation date otherwise than by comparing it with another date, so that the days on which it changes are not known.
    /// </exception>
    public IReadOnlyList<Guard<TFact>> Guards
    {
        get;
        init
        {
            field = [.. value.Select(guard => guard with { When = (Expression<Func<TFact, DateOnly, bool>>)Tree.Inlined(guard.When) })];
            foreach (var guard in field)
                CheckReadable(guard.When, $"guard {guard.Cause}", nameof(Guards));
        }
    } = [];

    /// <summary>
    /// Of which facts the rule is asked, such as orders that say how many heads are filled; <c>null</c>, unless given, for all. It is the same under every
    /// policy. Another fact that is handed in is <see cref="Cause.NotAsked"/>; a monitor does not hold it, and command line and account report leave it out.
    /// </summary>
    public Expression<Func<TFact, bool>>? Asks { get; init; }

    /// <summary>The same facts without their pauses.</summary>
    private protected Mapping UnpausedFacts =>
        Mapping.Without<TFact>((Shape.Pauses?.Lambda.Body as System.Linq.Expressions.MemberExpression)?.Member.Name ?? "");

    /// <summary>The days of calendars in a database, by which it counts working days.</summary>
    internal IQueryable<CalendarDay>? CalendarTable { get; init; }

    /// <summary>What the rule says of a fact beside its standing.</summary>
    public IReadOnlyList<Detail<TFact>> Details { get; init => field = [.. value]; } = [];

    /// <summary>The expression for a database: a period has no columns for its first day, so whether it has begun is left to the query's own filter.</summary>
    internal Expression<Func<TFact, DateOnly, int>> QueryExpression => IsOfPeriods ? Lambda(fact => Known(fact, Place)) : Expression;

    /// <summary>The same in memory, for rules that place the facts of another: when the policy takes over is asked of their own rows.</summary>
    internal Func<TFact, DateOnly, int> PlaceOnceBegun => field ??= Lowering.Compile(Lambda(fact => Known(fact, PlaceInMemory)));

    internal ShapeReader<TFact> Shape { get; }

    /// <summary>The versions by which it judges; <c>null</c> for most rules.</summary>
    internal RuleVersions<TFact>? Versions { get; }

    /// <summary>The rule of all versions, where this is that of one; <c>null</c> for most rules.</summary>
    internal Rule<TFact>? Whole { get; private set; }

    internal override Rule? WholeOfVersions => Whole;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IRuleVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Each(this);
    }

    /// <inheritdoc/>
    public override FactShape? FactShape => Shape.Source;

    /// <summary>The rule over facts that lie side by side, compiled when it is first asked for.</summary>
    internal Loop<TFact, Verdict> Judging => field ??= Loop.Writing(ExpressionInMemory, Verdicts);

    /// <summary>The same, counting each standing in bits of its own: for at most <see cref="PackedCounts.Most"/> facts.</summary>
    internal Loop<TFact, ulong> Counting => field ??= Loop.Adding(ExpressionInMemory, new(Grades.Count, code => PackedCounts.One(MadeOf(code).Standing)));

    /// <summary>The date on which the fact begins: before it the rule does not apply.</summary>
    internal Selector<TFact, DateOnly?>? Begins { get; }

    /// <summary>What a fact that lacks its start dates from.</summary>
    internal virtual Selector<TFact, DateOnly?>? DatesFromElse => null;

    /// <summary>Whether a fact without a start has begun.</summary>
    internal bool MayLackStart { get; }

    /// <summary>The bare verdict on a fact. Allocates nothing.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <exception cref="ArgumentNullException">The fact is <c>null</c>.</exception>
    /// <exception cref="InvalidOperationException">The mapping of a host's type reads through an object that is not there; the message names it.</exception>
    public Verdict Judge(TFact fact, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return (judge ?? MakeJudge())(fact, asOf);
    }

    /// <summary>Apart, so that the call above is one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Func<TFact, DateOnly, Verdict> MakeJudge() => judge = Lowering.Compile(ExpressionInMemory, Verdicts);

    /// <summary>The standing of a fact, with its reason, dates and margins, which are made when they are read. Allocates nothing.</summary>
    /// <param name="fact">The fact; it must not change while the assessment is read.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <exception cref="ArgumentNullException">The fact is <c>null</c>.</exception>
    /// <exception cref="InvalidOperationException">The mapping of a host's type reads through an object that is not there; the message names it.</exception>
    public Assessment Assess(TFact fact, DateOnly asOf) => new(this, fact, asOf, Judge(fact, asOf));

    /// <summary>The grade's index for a fact that has begun.</summary>
    internal Expression Place(ParameterExpression fact) => Versions is { } versions ? versions.Place(fact, rule => rule.Place(fact)) : Placed(fact);

    /// <summary>Whether a fact has a date that a version of a policy can go by.</summary>
    internal bool HasDates => Begins is not null || DatesFromElse is not null;

    /// <summary>How a version of a policy takes over from the one before, unless its terms say otherwise.</summary>
    internal virtual VersionTransition UsualTransition => IsOfPeriods ? VersionTransition.ByPeriod : VersionTransition.ByEvaluationDate;

    internal sealed override Rule Versioned(Func<VersionTransition, VersionPlan> plan)
    {
        var own = plan(UsualTransition);
        return Versioned(new RuleVersions<TFact>(own, own.Versions.Select(version => (Rule<TFact>)version.Rule)));
    }

    private protected abstract Rule<TFact> Versioned(RuleVersions<TFact> versions);

    /// <summary>The same in memory.</summary>
    internal Expression PlaceInMemory(ParameterExpression fact) =>
        Versions is { } versions ? versions.Place(fact, rule => rule.PlaceInMemory(fact), isInMemory: true) : PlacedInMemory(fact);

    private protected abstract Expression Placed(ParameterExpression fact);

    private protected virtual Expression PlacedInMemory(ParameterExpression fact) => Placed(fact);

    internal override (Rule Rule, Verdict Verdict) ByVersion(object fact, DateOnly asOf, Verdict verdict) =>
        Versions?.Of(fact, asOf, verdict) is { } of ? of : (this, verdict);

    internal override VersionChoice? ChoiceOf(object fact, DateOnly asOf) =>
        Whole?.Versions is { } versions ? versions.ChoiceOf(this, fact, asOf) : null;

    /// <summary>The date on which the fact ends, where it can.</summary>
    internal virtual Selector<TFact, DateOnly?>? Ends => null;

    /// <summary>How days are counted; <c>null</c> where all of them are.</summary>
    internal virtual Counting<TFact>? Counter => null;

    /// <summary>What the rule measures, if anything.</summary>
    internal virtual Measure<TFact>? Measured => null;

    /// <inheritdoc/>
    public override UnitName? UnitName => Measured?.UnitName;

    /// <summary>
    /// The first date after another on which the verdict on this fact may change with no new data; until then it stays as it is on that other date.
    /// <c>null</c> where it stays for good. Allocates nothing.
    /// </summary>
    internal DateOnly? NextTurn(TFact fact, DateOnly after) => (turning ??= Turning.Compile(ExpressionInMemory))(fact, after);

    /// <summary>The same rule over a host's type.</summary>
    internal abstract Rule<THost> Mapped<THost>(Mapping mapping)
        where THost : class;

    private protected abstract string ReasonOf(TFact fact, DateOnly asOf, Verdict verdict);

    internal override object? FactOf(object judged) => judged;

    /// <summary>
    /// A row of which something could not be read, or is there twice, cannot tell so by itself; and the library's own facts are records that nothing changes.
    /// </summary>
    internal override Verdict VerdictNow(object fact, DateOnly asOf, Verdict verdict) =>
        isFixed || verdict.Cause == Cause.Unreadable || verdict.Cause == Cause.Duplicate ? verdict
        : Whole is null ? Judge((TFact)fact, asOf)
        : NowOf(Whole, fact, asOf) is var (rule, now) && rule == this ? now
        : SaysSame(verdict, rule, now) ? verdict
        : NoRule.Verdict;

    /// <summary>What is said of the fact now, by the version that it now goes by.</summary>
    private static (Rule Rule, Verdict Verdict) NowOf(Rule<TFact> whole, object fact, DateOnly asOf) =>
        whole.ByVersion(fact, asOf, whole.Judge((TFact)fact, asOf));

    internal override RecordedFact? CopyOf(object judged) =>
        Shape.Made is { } made ? RecordedFact.Of(Told(made.Of((TFact)judged)), made.Type) : RecordedFact.Of(Told(judged), typeof(TFact));

    private object? Told(object? fact) => fact is not null && WithoutWithheld is { } without ? without(fact) : fact;

    /// <summary>The documents' fact without what may not be told, as of too few answers; <c>null</c> where all of it may be.</summary>
    internal Func<object, object>? WithoutWithheld { get; init; }

    internal override Assessment Again(AssessmentRecord record, Cause known)
    {
        var fact = record.FactAs<TFact>() ?? throw new JsonException("no fact");
        return known.IsNone ? Assess(fact, record.Day) : new(this, fact, record.Day, VerdictOf(-known.Number));
    }

    internal override string SubjectOf(object fact) => Shape.SubjectOf((TFact)fact);

    internal override string? AccountOf(object fact) => Shape.Account?.Of((TFact)fact);

    internal override string? EmployeeOf(object fact) => Shape.Employee?.Of((TFact)fact);

    internal override bool HasAmounts => Shape.Amount is not null;

    internal override decimal? AmountOf(object fact) => Shape.Amount?.Of((TFact)fact);

    internal override bool IsOfMoney => UnitName is null && (Shape.Currency is not null || Info.Currency is not null);

    internal override string? CurrencyOf(object fact) => Shape.Currency?.Of((TFact)fact) ?? Info.Currency;

    internal override Period? PeriodOf(object fact) => Shape.Period?.Of((TFact)fact);

    internal override string? PartOf(object fact) => Shape.Part?.Of((TFact)fact);

    /// <inheritdoc/>
    public override string PartName => Shape.PartName;

    internal override string PartNoun =>
        field ??= Shape.IsPartOptional && PartName.Length > 0 ? char.ToUpperInvariant(PartName[0]) + PartName[1..] : base.PartNoun;

    internal override DateOnly? StartedOn(object fact) => Shape.StartedOn?.Of((TFact)fact);

    /// <inheritdoc/>
    public override IReadOnlyList<string> DetailNames => field ??= [.. Details.Select(d => d.Name)];

    internal override object? DetailOf(object fact, int index) =>
        (details ??= [.. Details.Select(d => new Selector<TFact, object?>(d.Of))])[index].Of((TFact)fact);

    internal override DateOnly? BeginsOn(object fact) => Begins?.Of((TFact)fact);

    internal override DateOnly? EndedOn(object fact, DateOnly asOf) => Ends?.Of((TFact)fact) is { } end && end <= asOf ? end : null;

    internal override bool IsOpen(object fact, DateOnly asOf) => Ends is { } ends && !(ends.Of((TFact)fact) <= asOf);

    internal override DateOnly? ChangesOn(object fact, DateOnly asOf, Verdict verdict, bool ofStanding)
    {
        var whole = Whole ?? this;
        var turn = verdict.Cause == Cause.Duplicate ? null : whole.NextTurn((TFact)fact, asOf);
        while (turn is { } day && Stays(verdict, NowOf(whole, fact, day), ofStanding))
            turn = whole.NextTurn((TFact)fact, day);

        return turn;
    }

    private bool Stays(Verdict before, (Rule Rule, Verdict Verdict) after, bool standing) =>
        standing ? before.Standing == after.Verdict.Standing : SaysSame(before, after.Rule, after.Verdict);

    /// <summary>Puts the questions before the grade: has the fact a start, and has it begun.</summary>
    private protected Expression<Func<TFact, DateOnly, int>> Guarded(Func<ParameterExpression, Expression> place) =>
        Lambda(fact => Begun(fact, Dated(fact, Known(fact, place))));

    /// <summary>The same without the question whether the fact's period has ended.</summary>
    private protected Expression<Func<TFact, DateOnly, int>> GuardedAsEnded(Func<ParameterExpression, Expression> place) =>
        Lambda(fact => Begun(fact, Known(fact, place)));

    private Expression Begun(ParameterExpression fact, Expression known)
    {
        if (Begins is null)
            return InForce(DatesFromElse?.On(fact), known);

        var begins = Begins.On(fact);
        var isLater = Node.GreaterThan(Tree.ValueOf(begins), Tree.AsOf);
        return MayLackStart && Tree.ValueOf(begins) != begins
            ? InForce(begins, Node.Condition(
                Node.AndAlso(Node.Not(Tree.IsNull(begins)), isLater), Tree.Because(Cause.NotBegun), InForce(DatesFromElse?.On(fact), known, unless: begins)))
            : Tree.OrElse(begins, Cause.NoStart, date => InForce(date, Node.Condition(isLater, Tree.Because(Cause.NotBegun), known)));
    }

    /// <summary>
    /// The grade, or the cause, of a fact that has begun: for good once its period has ended, otherwise provisionally. A rule that is not in force, which says
    /// the same of every fact, says it for good.
    /// </summary>
    private Expression Dated(ParameterExpression fact, Expression known) => !IsOfPeriods || known is ConstantExpression ? known
        : Node.Condition(
            Node.GreaterThan(Tree.AsOf, Tree.ValueOf(PeriodDay(Shape, nameof(Period.End))!.On(fact))), known, Tree.WithCodes(known, WhileRunning));

    /// <summary>Asks whether a date, where there is one, lies before the policy is in force, but not where another date is there.</summary>
    private Expression InForce(Expression? date, Expression then, Expression? unless = null)
    {
        if (Info.EffectiveFrom is not { } first || date is null)
            return then;

        Expression isBefore = DayNumbers.MayLeaveCalendar(date)
            ? EitherDate.Of(date, Node.Constant(false), day => Node.LessThan(day, Node.Constant(first)))
            : Node.LessThan(Tree.ValueOf(date), Node.Constant(first));
        if (Tree.ValueOf(date) != date && !DayNumbers.MayLeaveCalendar(date))
            isBefore = Node.AndAlso(Node.Not(Tree.IsNull(date)), isBefore);

        if (unless is not null)
            isBefore = Node.AndAlso(Tree.IsNull(unless), isBefore);

        return Node.Condition(isBefore, Tree.Because(Cause.BeforePolicy), then);
    }

    /// <summary>The grade of a fact that has begun, or why it has none: the rule is not in force, or a guard holds.</summary>
    internal Expression Known(ParameterExpression fact, Func<ParameterExpression, Expression> place) => Info.NotSet is not null
        ? Tree.Because(Cause.NoThreshold)
        : Guards.Reverse()
            .Aggregate(place(fact), (known, guard) => Tree.If(Replacement.Apply(guard.When, fact, Tree.AsOf), Tree.Because(guard.Cause), known));

    /// <summary>Refuses a condition of which the days on which it changes cannot be told.</summary>
    private protected void CheckReadable(LambdaExpression condition, string name, string argument)
    {
        if (Turning.Unread(condition) is { } unread)
        {
            throw new ArgumentException(
                $"Rule `{Id}` cannot tell on which days its {name} changes, because that reads the evaluation date in `{unread}`: "
                + $"compare the date itself, by <, <=, >, >=, == or !=, "
                + $"with a date of the fact, as it is or with AddDays, AddMonths or AddYears of a constant or of a member, "
                + $"such as asOf > {condition.Parameters[0].Name ?? "fact"}.BeganOn.AddDays(30).",
                argument);
        }
    }

    private protected Guard<THost>[] MapGuards<THost>(Mapping mapping)
        where THost : class => [.. Guards.Select(guard => guard.Map<THost>(mapping)).OfType<Guard<THost>>()];

    private protected Detail<THost>[] MapDetails<THost>(Mapping mapping)
        where THost : class =>
        [.. Details.Select(d => new Detail<THost>(d.Name, new Selector<THost, object?>(mapping.Apply(Tree.Inlined(d.Of))).Lambda))];

    private protected Expression<Func<THost, bool>>? MapAsks<THost>(Mapping mapping)
        where THost : class => Asks is null ? null : (Expression<Func<THost, bool>>)mapping.Apply(Tree.Inlined(Asks));

    /// <summary>Puts before all else whether the rule is asked of the fact.</summary>
    private protected Expression<Func<TFact, DateOnly, int>> Lambda(Func<ParameterExpression, Expression> body)
    {
        var fact = Node.Parameter(typeof(TFact), "fact");
        var said = body(fact);
        return Node.Lambda<Func<TFact, DateOnly, int>>(
            Asks is null ? said : Node.Condition(Replacement.Apply(Asks, fact), said, Tree.Because(Cause.NotAsked)), fact, Tree.AsOf);
    }

    private static Selector<TFact, DateOnly?>? PeriodDay(ShapeReader<TFact> shape, string day) => shape.Period is { Lambda: var period }
        ? new(Node.Lambda(Node.Property(period.Body, day), period.Parameters))
        : null;
}
