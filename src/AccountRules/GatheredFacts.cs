using AccountRules.Gathering;

namespace AccountRules;

/// <summary>
/// The facts of a group as of a date, as a <see cref="FactGathering{TRow}"/> sees them: what begins later is not there. For one thread at a time.
/// </summary>
public sealed class GatheredFacts
{
    private readonly IReadOnlyList<GatheringSource> sources;
    private readonly IReadOnlyList<IEnumerable<object>> taken;
    private readonly PeriodCounts periods;

    internal GatheredFacts(
        FactKey group, DateOnly asOf, IReadOnlyList<GatheringSource> sources, IReadOnlyList<IEnumerable<object>> taken, PeriodCounts periods) =>
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

    /// <summary>The facts of a rule as they stand under it on the evaluation date, in no particular order.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">One of the rules that the gathering was made from.</param>
    /// <exception cref="ArgumentException">The gathering was not made from the rule, so that it does not know when its facts turn.</exception>
    public IEnumerable<Assessment> Assessed<TFact>(Rule<TFact> rule)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        return sources.Any(source => source.Rules.Contains(rule)) ? Of<TFact>().Select(fact => rule.Assess(fact, AsOf)) : throw new ArgumentException(
            $"The gathering is not made from rule `{rule.Id}`, so that it does not know when its facts turn: name the rule in From(…).", nameof(rule));
    }

    /// <summary>
    /// Whether the data has a fact of a period, of this group or any other: only then is a group without one known to have nothing there.
    /// </summary>
    /// <param name="period">The period: that of the group. Of others the rows are not made anew when the answer changes.</param>
    public bool IsInData(Period period) => periods.WillHold(period);

    /// <summary>The periods that the data holds: each kind apart, each in order.</summary>
    internal Period[][] Periods => periods.Planned();

    /// <summary>The first date after another on which a fact of the group begins, or makes other rows; <c>null</c> where none does.</summary>
    internal DateOnly? NextTurn(DateOnly after)
    {
        DateOnly? first = null;
        for (var i = 0; i < sources.Count; i++)
        {
            foreach (var one in taken[i])
                first = Turns.First(after, Turns.First(after, first, sources[i].BeginsOn(one)), sources[i].NextTurn(one, after));
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
