using AccountRules.Agendas;
using AccountRules.Gathering;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// What changes with no new data: for facts of any number of rules, an evaluation date and a horizon, every change on a later date up to the
/// horizon, in date order. Assessing the same facts on each of these dates gives the same standings. A fact, KPI month or tracked row that begins goes from
/// <see cref="Standing.NotApplicable"/>; an end that is recorded for a later date counts on that date. A change of band, cause or
/// movement with no change of standing is an entry too, as is the day after a period's last, from which on its standings are provisional no more; these are
/// told apart: their <see cref="AgendaEntry.Kind"/> is <see cref="ChangeKind.Moved"/>.
/// It keeps the facts that change within the horizon, and of the others what the rules over many facts count. For one thread at a time.
/// </summary>
public sealed class Agenda
{
    private readonly List<AgendaEntry> found = [];
    private readonly List<Func<IEnumerable<AgendaEntry>>> together = [];

    /// <summary>Begins an agenda over a number of days.</summary>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="days">
    /// How many days after it are looked at, 0 or more; the agenda of 0 days is empty. Days past the end of the calendar do not count.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The days are negative.</exception>
    public Agenda(DateOnly asOf, int days)
        : this(asOf, days >= 0 ? asOf.AddDays(Math.Min(days, DateOnly.MaxValue.DayNumber - asOf.DayNumber))
            : throw new ArgumentOutOfRangeException(nameof(days), days, "An agenda looks 0 or more days ahead."))
    {
    }

    /// <summary>Begins an agenda up to a date.</summary>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="until">The last day that is looked at; the day itself is in.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day lies before the evaluation date.</exception>
    public Agenda(DateOnly asOf, DateOnly until)
    {
        if (until < asOf)
        {
            throw new ArgumentOutOfRangeException(
                nameof(until), Texts.Date(until), $"An agenda looks ahead: its last day is {Texts.Date(asOf)}, the evaluation date, or later.");
        }

        (AsOf, Until) = (asOf, until);
    }

    /// <summary>The evaluation date; changes are on later days.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The last day that is looked at; the day itself is in.</summary>
    public DateOnly Until { get; }

    /// <summary>
    /// The waivers; none unless given. The day on which one begins to excuse a standing, or has ended (<see cref="AgendaEntry.StandsAgain"/>), is an entry too.
    /// </summary>
    public Waivers Waivers { get; init; } = Waivers.None;

    /// <summary>Takes in facts, each by itself. They are read once.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule: a policy's own, a host's, or one made with its <c>For</c>.</param>
    /// <param name="facts">The facts.</param>
    public Agenda Add<TFact>(Rule<TFact> rule, IEnumerable<TFact> facts)
        where TFact : class => AddAll(Collect(rule), rule, rule, facts);

    /// <summary>The same for a queryable in memory; a database's is refused.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule: a policy's own, a host's, or one made with its <c>For</c>.</param>
    /// <param name="facts">The facts; <c>AsEnumerable()</c> of a database's says that its rows are to be read: filter it first.</param>
    /// <exception cref="ArgumentException">The facts are a query of a database.</exception>
    public Agenda Add<TFact>(Rule<TFact> rule, IQueryable<TFact> facts)
        where TFact : class => AddAll(Collect(rule), rule, rule, facts.InMemory(rule.Id, "Where"));

    /// <summary>Takes in facts that a roll-up counts together. They are read once.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The roll-up.</param>
    /// <param name="facts">The facts, all of each subject.</param>
    public Agenda Add<TFact>(RollUpRule<TFact> rule, IEnumerable<TFact> facts)
        where TFact : class => AddAll(Collect(rule), rule.Of, rule, facts);

    /// <summary>The same for a queryable in memory; a database's is refused.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The roll-up.</param>
    /// <param name="facts">The facts; <c>AsEnumerable()</c> of a database's says that its rows are to be read: filter it first.</param>
    /// <exception cref="ArgumentException">The facts are a query of a database.</exception>
    public Agenda Add<TFact>(RollUpRule<TFact> rule, IQueryable<TFact> facts)
        where TFact : class => AddAll(Collect(rule), rule.Of, rule, facts.InMemory(rule.Id, "Group"));

    /// <summary>
    /// Takes in facts that a lifecycle folds over periods, as <see cref="LifecycleRule{TFact}.Track(IEnumerable{TFact}, DateOnly, TrackPeriods?)"/> does. They
    /// are read once.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The lifecycle.</param>
    /// <param name="facts">The facts, all of each subject; those of all subjects, unless the periods are given.</param>
    /// <param name="periods">The periods that the data as a whole holds, where the facts are a part of it, and who was inside before.</param>
    /// <exception cref="ArgumentException">A fact is of a period that is not among those given, or the id of its subject is not clean.</exception>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public Agenda AddTrack<TFact>(LifecycleRule<TFact> rule, IEnumerable<TFact> facts, TrackPeriods? periods = null)
        where TFact : class => AddAll(CollectTrack(rule, periods), rule, rule, facts);

    /// <summary>The same for a queryable in memory; a database's is refused.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The lifecycle.</param>
    /// <param name="facts">The facts; <c>AsEnumerable()</c> of a database's says that its rows are to be read: filter it first.</param>
    /// <param name="periods">The periods that the data as a whole holds, where the facts are a part of it, and who was inside before.</param>
    /// <exception cref="ArgumentException">The facts are a query of a database.</exception>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public Agenda AddTrack<TFact>(LifecycleRule<TFact> rule, IQueryable<TFact> facts, TrackPeriods? periods = null)
        where TFact : class => AddAll(CollectTrack(rule, periods), rule, rule, facts.InMemory(rule.Id, "Members"));

    /// <summary>The same as <see cref="Add{TFact}(Rule{TFact}, IEnumerable{TFact})"/>, for facts that come one at a time.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    public FactTaker<TFact> Collect<TFact>(Rule<TFact> rule)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new FactAgenda<TFact>(rule, AsOf, Until, Waivers, found);
    }

    /// <summary>The same as <see cref="Add{TFact}(RollUpRule{TFact}, IEnumerable{TFact})"/>, for facts that come one at a time.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The roll-up.</param>
    public FactTaker<TFact> Collect<TFact>(RollUpRule<TFact> rule)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Together(new RollUpCollector<TFact>(rule, AsOf, Until));
    }

    /// <summary>
    /// The same as <see cref="AddTrack{TFact}(LifecycleRule{TFact}, IEnumerable{TFact}, TrackPeriods?)"/>, for facts that come one at a time.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The lifecycle.</param>
    /// <param name="periods">The periods that the data as a whole holds, where the facts are a part of it, and who was inside before.</param>
    /// <exception cref="ArgumentException">Members before are given, and the rule has not two stages.</exception>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public FactTaker<TFact> CollectTrack<TFact>(LifecycleRule<TFact> rule, TrackPeriods? periods = null)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Together(rule.CollectTrack(AsOf, Until, periods));
    }

    /// <summary>Takes facts for a rule on rows that are each made of many: add them to what this gives, of all types and in any order.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <param name="rule">The rule.</param>
    public GatheringCollector<TRow> Collect<TRow>(GatheredRule<TRow> rule)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        var collector = rule.Collect(AsOf);
        Collect(collector, () => true);
        return collector;
    }

    /// <summary>
    /// The changes that the facts taken in so far bring, by date, then rule id, subject, period and part, in ordinal order; of several facts with all of these
    /// alike, as they came. Worked out and sorted with each call.
    /// </summary>
    public IReadOnlyList<AgendaEntry> Entries()
    {
        AgendaEntry[] entries = [.. found, .. together.SelectMany(source => source())];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = entries[i].Numbered(i);

        Array.Sort(entries, AgendaEntry.Compare);
        return entries;
    }

    /// <summary>Looks at what a collector takes, where all the kinds of facts that it needs are there.</summary>
    internal void Collect<TRow>(GatheringCollector<TRow> collector, Func<bool> isComplete)
        where TRow : class => together.Add(() => isComplete() ? Entries(collector.InTime()) : []);

    private Collector<TFact> Together<TFact>(Collector<TFact> collector)
        where TFact : class
    {
        together.Add(() => Entries(collector.InTime()));
        return collector;
    }

    private IEnumerable<AgendaEntry> Entries(IEnumerable<RowsInTime> groups) =>
        groups.SelectMany(rows => GatheringAgenda.Entries(rows, AsOf, Until, Waivers));

    private Agenda AddAll<TFact>(FactTaker<TFact> collector, Rule<TFact> of, Rule rule, IEnumerable<TFact> facts)
        where TFact : class
    {
        UnreadFact.Each(facts, collector.Add, of.Shape.Subject.Of, rule);
        return this;
    }
}
