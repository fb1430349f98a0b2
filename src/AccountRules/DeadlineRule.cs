using System.Linq.Expressions;
using System.Text.Json.Serialization;
using AccountRules.Expressions;
using AccountRules.History;
using AccountRules.Measures;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A deadline: days on a scale of bands, each with a standing while the fact is open and one once it is closed. It knows its due date and
/// the date of its next change. Immutable and safe for use by many threads.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
[JsonConverter(typeof(PlainJsonConverter<Rule>))]
public sealed class DeadlineRule<TFact> : Rule<TFact>
    where TFact : class
{
    private readonly DaysMeasure<TFact> measure;
    private string? limit;

    /// <summary>Makes a deadline.</summary>
    /// <param name="info">What the rule says about itself.</param>
    /// <param name="days">The measure, made by <see cref="Measure.Days"/>.</param>
    /// <param name="scale">The bands in whole days, each with its standing while open (<see cref="Band.Open"/>).</param>
    /// <param name="shape">The shape of the fact: who and what it is about.</param>
    /// <exception cref="ArgumentException">
    /// The measure is not of days, a cut is not a whole day from 0 (past a due date, from -3,652,058) to 3,652,058, two cuts meet the same day, or a band has
    /// no standing while open.
    /// </exception>
    public DeadlineRule(RuleInfo info, Measure<TFact> days, Scale scale, FactShape<TFact> shape)
        : this(info, days, Checked(days, scale), shape.Reader)
    {
    }

    private DeadlineRule(RuleInfo info, Measure<TFact> days, Scale scale, ShapeReader<TFact> shape)
        : base(info, days.Unit, GradesOf(scale, days.Ends is not null), shape, days.Begins, days.MayLackStart)
    {
        measure = (DaysMeasure<TFact>)days;
        Scale = scale;
        LimitDays = LastDayMet(scale, days.MayLackStart ? int.MinValue : 0);
    }

    private DeadlineRule(RuleVersions<TFact> versions)
        : base(versions)
    {
        var newest = (DeadlineRule<TFact>)versions.Newest;
        (measure, Scale, LimitDays, Days) = (newest.measure, newest.Scale, newest.LimitDays, newest.Days);
    }

    /// <summary>
    /// The last day on which closing the fact is <see cref="Standing.Met"/>, counted from its start, or from its due date (then mostly 0); <c>null</c> where
    /// the scale has no such day.
    /// </summary>
    public int? LimitDays { get; }

    /// <summary>
    /// How days are counted: calendar days unless given. By whichever, the days of a fact's pauses (<see cref="FactShape{TFact}.Pauses"/>) are not counted, and
    /// a fact may name a calendar of its own (<see cref="FactShape{TFact}.Calendar"/>) where working days are.
    /// </summary>
    public DayCount Days { get; init; } = DayCount.CalendarDays;

    internal override bool CountsWorkingDays => !Days.IsCalendarDays;

    private DaysMeasure<TFact> Counted => field ??= measure.CountedBy(Counter);

    internal override Counting<TFact>? Counter => field ??= Counting<TFact>.Of(Days, Shape);

    /// <summary>Whether days are counted from the start of a fact, not from a due date of its own.</summary>
    internal bool CountsFromStart => !measure.MayLackStart;

    /// <summary>The same rule for a host's type.</summary>
    /// <typeparam name="THost">
    /// The host's type: a class, since an assessment holds the fact itself. Of a struct it would hold a copy, of which no change could be seen.
    /// </typeparam>
    /// <param name="map">How the host's type is read as a fact: <c>o =&gt; new Fact { … }</c>, a constructor call, or a property that is a fact.</param>
    /// <exception cref="ArgumentException">A member that the rule reads is not mapped; the message names it.</exception>
    public DeadlineRule<THost> For<THost>(Expression<Func<THost, TFact>> map)
        where THost : class => Mapped<THost>(new(map));

    /// <summary>
    /// The same rule for queries that count working days between two columns, by a table of the calendars' days: it holds what
    /// <see cref="WorkingCalendar.Days"/> gives for every calendar of the policy, with calendar and date as its key. A date that the table lacks is
    /// <see cref="Cause.OutsideCalendar"/>. Like the table, the rule is for as long as the context is; in memory it is as it was.
    /// </summary>
    /// <param name="days">The table, of the same context as the rows.</param>
    public DeadlineRule<TFact> WithCalendarTable(IQueryable<CalendarDay> days) => Versions is { } versions
        ? new(versions.Each(rule => ((DeadlineRule<TFact>)rule).WithCalendarTable(days)))
        : new(Info, measure, Scale!, Shape)
        {
            Days = Days,
            Guards = Guards,
            Details = Details,
            Asks = Asks,
            CalendarTable = days,
        };

    /// <summary>
    /// The same rule for facts that have no pauses: it does not read them, so that it runs in databases, which cannot count them. Ask it of rows without pauses
    /// alone.
    /// </summary>
    public DeadlineRule<TFact> WithoutPauses() => Mapped<TFact>(UnpausedFacts);

    internal override DeadlineRule<THost> Mapped<THost>(Mapping mapping) => Versions is { } versions
        ? new(versions.Map<THost>(mapping))
        : new(Info, measure.Map<THost>(mapping), Scale!, Shape.Map<THost>(mapping))
        {
            Days = Days,
            Guards = MapGuards<THost>(mapping),
            Details = MapDetails<THost>(mapping),
            Asks = MapAsks<THost>(mapping),
            WithoutWithheld = WithoutWithheld,
        };

    internal override VersionTransition UsualTransition => HasDates ? VersionTransition.ByStart : VersionTransition.ByEvaluationDate;

    private protected override DeadlineRule<TFact> Versioned(RuleVersions<TFact> versions) => new(versions);

    private protected override Expression Placed(ParameterExpression fact) => Counted.Place(fact, Scale!, firstClosed: Scale!.Count);

    internal override Selector<TFact, DateOnly?>? Ends => measure.Ends;

    /// <summary>What is never closed can always be begun anew.</summary>
    internal override bool IsOpen(object fact, DateOnly asOf) => Ends is null || base.IsOpen(fact, asOf);

    internal override Measure<TFact> Measured => Counted;

    internal override Selector<TFact, DateOnly?>? DatesFromElse => measure.MayLackStart ? measure.Origin : null;

    internal override IEnumerable<RecordedValue> InputsOf(object fact) => Counted.Inputs((TFact)fact);

    internal override decimal? ValueOf(object fact, DateOnly asOf) => Counted.ValueOf((TFact)fact, asOf);

    internal override DateOnly? DueOn(object fact, DateOnly asOf) =>
        DueOn((TFact)fact, measure.Origin.Of((TFact)fact), IsPlain((TFact)fact));

    private DateOnly? DueOn(TFact fact, DateOnly? start, bool isPlain) => LimitDays is { } limit ? Counted.DayOn(fact, start, limit, isPlain) : null;

    /// <summary>Whether every day of a fact is counted.</summary>
    private bool IsPlain(TFact fact) => Counter?.IsPlain(fact) != false;

    private protected override string? Limit => LimitDays is { } days ? Language.Spoken is null ? limit ??= Days.Days(days) : Days.Days(days) : null;

    private protected override string ReasonOf(TFact fact, DateOnly asOf, Verdict verdict)
    {
        var (start, end, isPlain) = (measure.Origin.Of(fact), Counted.EndOf(fact, asOf), IsPlain(fact));
        var elapsed = (int)Counted.DaysOf(fact, start, end ?? asOf, isPlain)!.Value;
        var (closed, name) = (verdict.Grade >= Scale!.Count ? end : null, NameOf(fact));
        var said = measure.MayLackStart ? closed is { } done ? ClosedBesideDue(fact, name, done, elapsed) : OpenBesideDue(fact, asOf, name, elapsed)
            : LimitDays is not { } limit || DueOn(fact, start, isPlain) is not { } due ? Undated(name, elapsed, closed is not null, isPlain)
            : closed is { } on ? Closed(name, elapsed, limit, due, on) : Open(name, elapsed, limit, due);
        return isPlain ? said : said + Counter!.Stood(fact, Counted.CountedFrom(fact), (end ?? asOf).DayNumber);
    }

    private string ClosedBesideDue(TFact fact, in FactName name, DateOnly end, int elapsed) =>
        Message.Of($"{name} was {Done} on {end}, {PastDue(fact, elapsed)}.");

    private string OpenBesideDue(TFact fact, DateOnly asOf, in FactName name, int elapsed) => Message.Of($"{name} is {Open(fact, asOf, elapsed)}.");

    private string Undated(in FactName name, int elapsed, bool closed, bool isPlain) =>
        (closed, isPlain ? null : LimitDays) switch
        {
            (true, null) => Message.Of($"{name} was {Done} on {WorkingDay} {elapsed}."),
            (true, { } last) => Message.Of($"{name} was {Done} on {WorkingDay} {elapsed} of {last}."),
            (false, null) => Message.Of($"{name} is open for {Days.Days(elapsed)}."),
            (false, { } last) => Message.Of($"{name} is open for {elapsed} of {Days.Days(last)}, due on {NotKnown}."),
        };

    private string Open(in FactName name, int elapsed, int limit, DateOnly due) => elapsed > limit
        ? Message.Of($"{name} is open for {Days.Days(elapsed)}, {elapsed - limit} more than the {limit} allowed; it was due {due}.")
        : Message.Of($"{name} is open for {elapsed} of {Limit}, due {due}.");

    private string Closed(in FactName name, int elapsed, int limit, DateOnly due, DateOnly end) => elapsed > limit
        ? Message.Of(
            $"{name} was {Done} on {end} after {Days.Days(elapsed)}, {elapsed - limit} more than the {limit} allowed; it was due {due}.")
        : Message.Of($"{name} was {Done} on {WorkingDay} {elapsed} of {limit}, {end}; it was due {due}.");

    private string Done => Message.Text(Info.Done);

    private string WorkingDay => Days.IsCalendarDays ? Message.Text("day") : Message.Text("working day");

    private string PastDue(TFact fact, int elapsed) => (Date: DueInWords(fact), elapsed) switch
    {
        ({ } date, 0) when measure.Ends!.Of(fact) == measure.Origin.Of(fact) => Message.Text("the day on which it was due"),
        ({ } date, 0) => Message.Of($"in time, as it was due on {date}"),
        ({ } date, < 0) => Message.Of($"{Days.Days(-elapsed)} before it was due on {date}"),
        ({ } date, _) => Message.Of($"{Days.Days(elapsed)} after it was due on {date}"),
    };

    private string Open(TFact fact, DateOnly asOf, int elapsed) => (Date: DueInWords(fact), elapsed) switch
    {
        ({ } date, 0) when measure.Origin.Of(fact) == asOf => Message.Of($"due on {date}, the evaluation date"),
        ({ } date, 0) when measure.Origin.Of(fact) > asOf => Message.Of($"due on {date}, with no working day before it"),
        ({ } date, 0) => Message.Of($"not yet past due; it was due {date}"),
        ({ } date, < 0) when IsNotKnown(fact) => Message.Of($"due on {date}, with {Days.Days(-elapsed)} left"),
        ({ } date, < 0) => Message.Of($"due on {date}, in {Days.Days(-elapsed)}"),
        ({ } date, _) => Message.Of($"{Days.Days(elapsed)} past due; it was due {date}"),
    };

    private static string NotKnown => Message.Text("a day that is not known yet");

    private bool IsNotKnown(TFact fact) => measure.Origin.Of(fact) is null && Counter?.IsPlain(fact) == false;

    private string DueInWords(TFact fact) => measure.Origin.Of(fact) is { } due ? Texts.Date(due)
        : IsNotKnown(fact) ? NotKnown
        : Message.Text("a day past the end of the calendar");

    /// <summary>While open, and then once closed; what is never closed has the first alone.</summary>
    private static Grade[] GradesOf(Scale scale, bool canEnd) =>
    [
        .. scale.Select(band => new Grade(band.Name, band.WhileOpen!.Value)),
        .. canEnd ? scale.Select(band => new Grade(band.Name, band.Standing)) : [],
    ];

    private static int? LastDayMet(Scale scale, int first)
    {
        for (var i = scale.Count - 1; i > 0; i--)
        {
            if (scale[i - 1].Standing == Standing.Met && scale[i].Standing != Standing.Met && LastDayBefore(scale[i]) is var day && day >= first)
                return day;
        }

        return null;
    }

    private static int LastDayBefore(Band band) => band.Cut!.Value.FirstDay - 1;

    private static Scale Checked(Measure<TFact> days, Scale scale)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(scale);
        if (days.Unit != AccountRules.Unit.Days)
            throw WrongMeasure(days.Unit, nameof(days));

        for (var i = 0; i < scale.Count; i++)
        {
            if (scale[i].WhileOpen is null)
                throw NoStandingWhileOpen(scale[i], nameof(scale));

            if (scale[i].Cut is { At: var at }
                && (at != Math.Truncate(at) || at < (days.MayLackStart ? -DateOnly.MaxValue.DayNumber : 0) || at > DateOnly.MaxValue.DayNumber))
            {
                throw WrongCut(scale[i], nameof(scale));
            }
        }

        for (var i = 2; i < scale.Count; i++)
        {
            if (LastDayBefore(scale[i]) <= LastDayBefore(scale[i - 1]))
                throw SameDay(scale[i - 1], scale[i], nameof(scale));
        }

        return scale;
    }

    private static ArgumentException WrongMeasure(Unit unit, string argument) =>
        new($"A deadline measures days, and this measure is of {unit}: make it with Measure.Days(…).", argument);

    private static ArgumentException NoStandingWhileOpen(Band band, string argument) =>
        new($"Band `{band.Name}` has no standing while open: add .Open(Standing.…).", argument);

    private static ArgumentException WrongCut(Band band, string argument) =>
        new($"Band `{band.Name}` begins {band.Cut}, and a deadline's cuts are whole days from 0 to {DateOnly.MaxValue.DayNumber}.", argument);

    private static ArgumentException SameDay(Band below, Band band, string argument) =>
        new($"Bands `{below.Name}` ({below.Cut}) and `{band.Name}` ({band.Cut}) begin on the same day: leave one of them out.", argument);
}
