using AccountRules.Gathering;

namespace AccountRules;

/// <summary>
/// The facts of a group as of a date, as a <see cref="FactGathering{TRow}"/> sees them: what begins later is not there. For one thread at a time.
/// </summary>
public sealed class GatheredFacts
{
    private readonly IReadOnlyList<GatheringSource> sources;
    private readonly IReadOnlyList<IEnumerable<object>> taken;
    private readonly IReadOnlyList<PeriodCounts> periods;

    internal GatheredFacts(
        FactKey group, DateOnly asOf, IReadOnlyList<GatheringSource> sources, IReadOnlyList<IEnumerable<object>> taken,
        IReadOnlyList<PeriodCounts> periods) =>
        (Group, AsOf, this.sources, this.taken, this.periods) = (group, asOf, sources, taken, periods);

    /// <summary>What the facts of the group have in common.</summary>
    public FactKey Group { get; }

    /// <summary>The evaluation date.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The facts of a type, in no particular order; none where the gathering does not take it.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    public IEnumerable<TFact> Of<TFact>()
        where TFact : class
    {
        for (var i = 0; i < sources.Count; i++)
        {
            if (sources[i].Shape.FactType != typeof(TFact))
                continue;

            foreach (var one in taken[i])
            {
                if (!(sources[i].BeginsOn(one) > AsOf))
                    yield return (TFact)sources[i].FactOf(one);
            }
        }
    }

    /// <summary>The facts that a rule is asked of, as they stand under it on the evaluation date, in no particular order.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">One of the rules that the gathering was made from.</param>
    /// <exception cref="ArgumentException">The gathering was not made from the rule, so that it does not know when its facts turn.</exception>
    public IEnumerable<Assessment> Assessed<TFact>(Rule<TFact> rule)
        where TFact : class
    {
        CheckNamed(rule);
        return Of<TFact>().Select(fact => rule.Assess(fact, AsOf)).Where(assessment => assessment.Cause != Cause.NotAsked);
    }

    /// <summary>What a roll-up says of each subject and period of the group's facts on the evaluation date, by subject, then period.</summary>
    /// <typeparam name="TFact">The type of the facts that it counts.</typeparam>
    /// <param name="rule">The roll-up that the gathering was made from.</param>
    /// <exception cref="ArgumentException">The gathering was not made from the roll-up, so that it does not know when its facts turn.</exception>
    public IEnumerable<Assessment> Assessed<TFact>(RollUpRule<TFact> rule)
        where TFact : class
    {
        CheckNamed(rule);
        return rule.Assess(Of<TFact>(), AsOf);
    }

    /// <summary>
    /// What a lifecycle says of the subjects of the group's facts over the periods, as
    /// <see cref="LifecycleRule{TFact}.Track(IEnumerable{TFact}, DateOnly, TrackPeriods?)"/> does with the periods of which the data has a fact of the type, of
    /// this group or any other.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">One of the rules that the gathering was made from.</param>
    /// <exception cref="ArgumentException">The gathering was not made from the rule, so that it does not know when its facts turn.</exception>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public IEnumerable<Assessment> Tracked<TFact>(LifecycleRule<TFact> rule)
        where TFact : class
    {
        CheckNamed(rule);
        var source = sources.Index().First(one => one.Item.Rules.Contains(rule)).Index;
        return rule.Track(Of<TFact>(), AsOf, new TrackPeriods(Periods(source).SelectMany(kind => kind)));
    }

    private void CheckNamed(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!sources.Any(source => source.Rules.Contains(rule)))
        {
            throw new ArgumentException(
                $"The gathering is not made from rule `{rule.Id}`, so that it does not know when its facts turn: name the rule in From(…).", nameof(rule));
        }
    }

    /// <summary>
    /// Whether the data has a fact of a period, of this group or any other: only then is a group without one known to have nothing there.
    /// </summary>
    /// <param name="period">The period: that of the group. Of others the rows are not made anew when the answer changes.</param>
    public bool IsInData(Period period) => periods.Any(counts => counts.WillHold(period));

    /// <summary>The periods of which the data has facts of a source: each kind apart, each in order.</summary>
    internal Period[][] Periods(int source) => periods[source].Planned();

    /// <summary>The first date after another on which a fact of the group begins, or makes other rows; <c>null</c> where none does.</summary>
    internal DateOnly? NextTurn(DateOnly after)
    {
        DateOnly? first = null;
        for (var i = 0; i < sources.Count; i++)
        {
            // What every group sees neither begins nor turns.
            foreach (var one in sources[i].IsBeside ? [] : taken[i])
                first = Turns.First(after, Turns.First(after, first, sources[i].BeginsOn(one)), sources[i].NextTurn(one, after));

            foreach (var period in sources[i].HangsOnPeriods ? Periods(i).SelectMany(kind => kind) : [])
                first = Turns.First(after, Turns.First(after, first, period.Start), period.DayAfter);
        }

        return first;
    }

    /// <summary>Whether the group itself has no fact; what every group sees does not count.</summary>
    internal bool IsEmpty => !sources.Zip(taken).Any(pair => !pair.First.IsBeside && pair.Second.Any());

    internal IEnumerable<object> Taken(int source) => taken[source];

    /// <summary>The same with other facts of one type.</summary>
    internal GatheredFacts With(int source, IEnumerable<object> facts)
    {
        var other = taken.ToArray();
        other[source] = facts;
        return new(Group, AsOf, sources, other, periods);
    }
}
