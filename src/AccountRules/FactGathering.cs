using AccountRules.Gathering;
using AccountRules.History;

namespace AccountRules;

/// <summary>
/// How many facts become rows: which facts, of one type or several, belong together in a group, and which rows a group makes. Immutable and safe for use by
/// many threads.
/// </summary>
/// <typeparam name="TRow">What is made of the facts.</typeparam>
public sealed class FactGathering<TRow>
    where TRow : class
{
    private readonly Func<GatheredFacts, IEnumerable<TRow>> rows;

    /// <summary>Makes a gathering without facts as yet: say which with <c>From</c> and <see cref="Beside"/>.</summary>
    /// <param name="rows">
    /// Makes the rows of a group of its facts as of a date. It reads nothing else, and on every date the same facts make rows of the same keys.
    /// </param>
    public FactGathering(Func<GatheredFacts, IEnumerable<TRow>> rows)
        : this(rows, [])
    {
    }

    private FactGathering(Func<GatheredFacts, IEnumerable<TRow>> rows, IReadOnlyList<GatheringSource> sources)
    {
        ArgumentNullException.ThrowIfNull(rows);
        (this.rows, Sources) = (rows, sources);
    }

    /// <summary>The facts that it takes, by their types.</summary>
    public IReadOnlyList<GatheringSource> Sources { get; }

    /// <summary>This and facts of one more type, without which nothing can be said.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="shape">Their shape.</param>
    /// <param name="groups">
    /// The groups that a fact belongs to, such as its account, or its period and the one after. The subject of a group is that of its facts, or empty where it
    /// has facts of many.
    /// </param>
    /// <param name="begins">The date from which on it is known, if not at all times: before it the group does not see it.</param>
    /// <param name="turns">A later date from which on the rows may be others by it, if there is one, such as the day on which it falls due.</param>
    /// <exception cref="ArgumentException">It takes facts of the type already.</exception>
    public FactGathering<TRow> From<TFact>(
        FactShape<TFact> shape, Func<TFact, IEnumerable<FactKey>> groups, Func<TFact, DateOnly?>? begins = null, Func<TFact, DateOnly?>? turns = null)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(groups);
        return With(new TypedSource<TFact, TFact>(shape, fact => fact, groups, begins, turns));
    }

    /// <summary>
    /// This and the facts of one or more rules, without which nothing can be said; rows see them as they stand
    /// (<see cref="GatheredFacts.Assessed{TFact}(Rule{TFact})"/>), and a lifecycle's over the periods (<see cref="GatheredFacts.Tracked"/>). So one rule counts
    /// what others say, whatever their facts: the rows are made anew when one of the standings, bands or causes changes; where they read what moves each day,
    /// such as the days that an assessment says, <see cref="TurnsDaily"/> says so. Under a <see cref="PolicyHistory"/> each fact stands by the version that
    /// judges it.
    /// </summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rules">The rules, all on facts of the type, such as <c>[policy.FteFulfillment]</c>.</param>
    /// <param name="groups">The groups that a fact belongs to, such as its account.</param>
    /// <exception cref="ArgumentException">No rule is given, or it takes facts of the type already.</exception>
    public FactGathering<TRow> From<TFact>(IReadOnlyList<Rule<TFact>> rules, Func<TFact, IEnumerable<FactKey>> groups)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(groups);
        return rules.Count == 0
            ? throw new ArgumentException($"No rule on facts of type {typeof(TFact).Name} is given: name one, or take the facts by their shape.", nameof(rules))
            : rules[0].FactShape is not FactShape<TFact> shape
            ? throw new ArgumentException(
                $"Rule `{rules[0].Id}` is on a host's {typeof(TFact).Name}: take the policy's own, and map the gathering by For.", nameof(rules))
            : With(new TypedSource<TFact, TFact>(shape, fact => fact, groups, begins: null, turns: null) { Under = [.. rules] });
    }

    /// <summary>
    /// This and the facts that a roll-up counts, without which nothing can be said; rows see what it says of the subjects and periods of a group
    /// (<see cref="GatheredFacts.Assessed{TFact}(RollUpRule{TFact})"/>).
    /// </summary>
    /// <typeparam name="TFact">The type of the facts that the roll-up counts.</typeparam>
    /// <param name="rule">The roll-up, such as <c>policy.KpiMonth</c>.</param>
    /// <param name="groups">The groups that a fact belongs to, such as its employee: all facts of a subject and period to the same.</param>
    /// <exception cref="ArgumentException">It counts facts of a host's type, or it takes facts of the type already.</exception>
    public FactGathering<TRow> From<TFact>(RollUpRule<TFact> rule, Func<TFact, IEnumerable<FactKey>> groups)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(groups);
        return rule.FactShape is FactShape<TFact> shape
            ? With(new TypedSource<TFact, TFact>(shape, fact => fact, groups, begins: null, turns: null) { Under = [rule.Of, rule] })
            : throw new ArgumentException(
                $"Roll-up `{rule.Id}` counts a host's {typeof(TFact).Name}: take the policy's own, and map the gathering by For.", nameof(rule));
    }

    /// <summary>This and facts of one more type that every group sees, such as the accounts with their managers; there may be none.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="shape">Their shape.</param>
    /// <exception cref="ArgumentException">It takes facts of the type already.</exception>
    public FactGathering<TRow> Beside<TFact>(FactShape<TFact> shape)
        where TFact : class => With(new TypedSource<TFact, TFact>(shape, fact => fact, groups: null, begins: null, turns: null));

    /// <summary>
    /// What the terms say of how rows are made, in words such as <c>per manager</c>: policies that differ in it make other rows. Empty unless given.
    /// </summary>
    public string By { get; init; } = "";

    /// <summary>
    /// Whether rows may be others on each day, such as where they say how many days something has taken or is overdue: they are then made anew every day. Else
    /// they are where a fact comes, begins, turns or stands otherwise, and what moves between is told as it was. Unless given, they are not.
    /// </summary>
    public bool TurnsDaily { get; init; }

    /// <summary>The cuts of other rules by which rows are made, in words: policies that differ in them make other rows, by the same terms of its own.</summary>
    internal string ByCuts { get; init; } = "";

    /// <summary>All that the terms say of how rows are made.</summary>
    internal string Made =>
        string.Join(", ", new[] { By, ByCuts }.Concat(Sources.SelectMany(source => source.Rules).Select(rule => rule.Id)).Where(words => words.Length > 0));

    /// <summary>
    /// Completes the rows of all groups with what they are beside each other, such as ranks, in their order: takes each with its verdict, and how many groups
    /// more there are of which nothing could be read. <c>null</c> where each row is by itself.
    /// </summary>
    internal Func<IReadOnlyList<(TRow Row, Verdict Verdict)>, int, IReadOnlyList<TRow>>? Together { get; init; }

    internal IEnumerable<TRow> Rows(GatheredFacts facts) => rows(facts);

    /// <summary>The dates on which the rows are made in another way, as by another version of a policy; none for most.</summary>
    private IReadOnlyList<DateOnly> Changes { get; init; } = [];

    /// <summary>The first date after another on which known facts make other rows; <c>null</c> where there is none.</summary>
    internal DateOnly? NextTurn(GatheredFacts facts, DateOnly after) =>
        TurnsDaily && after < DateOnly.MaxValue ? after.AddDays(1)
        : Changes.Aggregate(facts.NextTurn(after), (first, change) => Turns.First(after, first, change));

    /// <summary>The rows as the version makes them that a group goes by: by its period, or by the evaluation date.</summary>
    internal static FactGathering<TRow> ByVersion(VersionPlan plan, IReadOnlyList<FactGathering<TRow>> gatherings)
    {
        var newest = gatherings[^1];
        if (gatherings.All(gathering => gathering.rows == newest.rows))
            return newest;

        return new(
            facts => gatherings[plan.Of(VersionDates.Of(facts.Group.Period, facts.AsOf))].rows(facts),
            [.. newest.Sources.Select((source, i) => source.OfVersions(gatherings.Select(gathering => gathering.Sources[i])))])
        {
            By = newest.By,
            ByCuts = newest.ByCuts,
            TurnsDaily = gatherings.Any(gathering => gathering.TurnsDaily),
            Together = newest.Together,
            Changes =
            [
                .. Enumerable.Range(1, plan.Versions.Count - 1).Where(v => plan.TransitionOf(v) == VersionTransition.ByEvaluationDate).Select(plan.From),
            ],
        };
    }

    /// <summary>The place of the facts of a type among the sources.</summary>
    internal int IndexOf(Type type)
    {
        for (var i = 0; i < Sources.Count; i++)
        {
            if (Sources[i].Type == type)
                return i;
        }

        throw new ArgumentException($"The rule takes {string.Join(" and ", Sources.Select(s => s.Type.Name))}, and this is a {type.Name}.");
    }

    internal FactGathering<TRow> For<TFact, THost>(Func<THost, TFact> map)
        where TFact : class
        where THost : class
    {
        ArgumentNullException.ThrowIfNull(map);
        var sources = Sources.ToArray();
        var index = IndexOf(typeof(TFact));
        if (Sources.Where((source, i) => i != index && source.Type == typeof(THost)).FirstOrDefault() is { } other)
        {
            throw new ArgumentException(
                $"A {typeof(THost).Name} is read as a {other.Shape.FactType.Name} already, and would be only one of the two: read {typeof(TFact).Name} off a "
                + "type of its own, such as a record that holds it.",
                nameof(map));
        }

        sources[index] = sources[index].For(map);
        return With(sources);
    }

    private FactGathering<TRow> With(GatheringSource source) => Sources.Any(s => s.Type == source.Type)
        ? throw new ArgumentException($"It takes facts of type {source.Type.Name} already.", nameof(source))
        : With([.. Sources, source]);

    private FactGathering<TRow> With(IReadOnlyList<GatheringSource> sources) =>
        new(rows, sources) { By = By, ByCuts = ByCuts, TurnsDaily = TurnsDaily, Together = Together, Changes = Changes };
}
