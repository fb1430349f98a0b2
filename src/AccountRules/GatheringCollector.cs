using AccountRules.Gathering;

namespace AccountRules;

/// <summary>
/// Takes the facts of a <see cref="GatheredRule{TRow}"/> one at a time, of all its types and in any order, and gives the assessments of the rows that they
/// make. It keeps the facts. For one thread at a time.
/// </summary>
/// <remarks>
/// The same fact twice: the first counts; where another one with its key is not equal to it, and a row would be judged, or paid, otherwise by it, the row is
/// <see cref="Cause.Duplicate"/>; so is one that is graded, and would have another value or detail by it; and where rows are ranked, one that would be another
/// in anything.
/// </remarks>
/// <typeparam name="TRow">What is made of the facts and judged.</typeparam>
public sealed class GatheringCollector<TRow> : GatheringTaker
    where TRow : class
{
    private readonly GatheredRule<TRow> rule;
    private readonly FactGroups groups;
    private readonly Dictionary<FactKey, List<(int Source, FactKey Key, object Other)>> duplicates = [];
    private readonly PeriodCounts[] periods;
    private readonly Unreadable unreadable = new();

    internal GatheringCollector(GatheredRule<TRow> rule, DateOnly asOf) =>
        (this.rule, AsOf, groups, periods) = (rule, asOf, new(rule.Gathering.Sources), [.. rule.Gathering.Sources.Select(_ => new PeriodCounts([]))]);

    /// <summary>The evaluation date.</summary>
    public DateOnly AsOf { get; }

    /// <inheritdoc/>
    public override void Add<TFact>(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var index = rule.Gathering.IndexOf(typeof(TFact));
        var (key, of) = (groups.Sources[index].KeyOf(fact), groups.Sources[index].GroupsOf(fact));
        if (Fault(key, of) is { } fault)
            throw new ArgumentException(fault);

        if (groups.Find(index, key) is not { } first)
            Set(index, key, fact, of);
        else if (!groups.Sources[index].FactOf(first).Equals(groups.Sources[index].FactOf(fact)))
            AddDuplicate(index, key, first, fact);
    }

    /// <summary>Takes in many facts of one type.</summary>
    /// <typeparam name="TFact">The type of the facts: one that the rule takes.</typeparam>
    /// <param name="facts">The facts.</param>
    /// <exception cref="ArgumentException">
    /// The rule takes no facts of the type; or a fact is <c>null</c>, or the id of its subject, or that of a group that it belongs to, is not clean (see
    /// <see cref="Ids"/>): the message says where, and those before it are taken in.
    /// </exception>
    public GatheringCollector<TRow> AddRange<TFact>(IEnumerable<TFact> facts)
        where TFact : class
    {
        var source = rule.Gathering.Sources[rule.Gathering.IndexOf(typeof(TFact))];
        UnreadFact.Each(facts, Add, fact => source.KeyOf(fact).Subject, rule);
        return this;
    }

    /// <inheritdoc/>
    public override void AddUnreadable<TFact>(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var index = rule.Gathering.IndexOf(typeof(TFact));
        var source = groups.Sources[index];
        var (key, of) = (source.KeyOf(fact), source.GroupsOf(fact));
        if (Fault(key, of) is not null)
        {
            AddUnreadable(subject: null);
            return;
        }

        if (source.IsBeside || source.LacksAccount(fact))
            AddUnreadable(subject: null);

        unreadable.Add(of);

        // It stands in the place of the fact, so that what it would have made has a row that says so.
        if (groups.Find(index, key) is null)
            Set(index, key, fact, of);
    }

    /// <inheritdoc/>
    public override void AddUnreadable(string? subject) => unreadable.Add(subject);

    /// <summary>The assessments of the rows that the facts taken in so far make, by group and then as these make them.</summary>
    public IEnumerable<Assessment> Assess()
    {
        var all = groups.Groups.Order().SelectMany(group => Assess(group, AsOf));
        return rule.Gathering.Together is { } complete ? Together([.. all], complete) : all;
    }

    private IEnumerable<Assessment> Together(Assessment[] all, Func<IReadOnlyList<(TRow Row, Verdict Verdict)>, int, IReadOnlyList<TRow>> complete)
    {
        var unread = unreadable.Groups.Except(groups.Groups).Count();
        return all.Zip(complete(Array.ConvertAll(all, a => ((TRow)a.Judged, a.Verdict)), unread), (a, row) => new Assessment(a.Rule, row, AsOf, a.Verdict));
    }

    internal IEnumerable<FactKey> Groups => groups.Groups;

    /// <summary>The rows over time, group by group.</summary>
    internal IEnumerable<RowsInTime> InTime() => groups.Groups.Select(group => new RowsInTime(
        on => Assess(group, on).OrderBy(row => row.Key), after => NextTurn(group, after), RowsInTime.ByKey));

    /// <summary>The rows of a group as of a date, assessed.</summary>
    private IEnumerable<Assessment> Assess(FactKey group, DateOnly asOf)
    {
        foreach (var (row, known, instead) in Rows(group, asOf))
        {
            var assessment = new Assessment(rule.Of, row, asOf, known != Cause.None ? rule.VerdictOf(-known.Number) : rule.Of.Judge(row, asOf));
            yield return instead is null || assessment.IsAsGoodAs(new(rule.Of, instead, asOf, rule.Of.Judge(instead, asOf)))
                ? assessment
                : new(rule.Of, row, asOf, rule.VerdictOf(-Cause.Duplicate.Number));
        }
    }

    /// <summary>
    /// The rows of a group as of a date, each with the cause of not being judged that it has whatever the rule says, if any, and with the row that another fact
    /// with one key would make instead.
    /// </summary>
    internal IEnumerable<(TRow Row, Cause Known, TRow? Instead)> Rows(FactKey group, DateOnly asOf)
    {
        var facts = groups.Of(group, asOf, periods);
        var others = duplicates.GetValueOrDefault(group);
        foreach (var row in rule.Gathering.Rows(facts))
        {
            if (unreadable.MayBeOf(group))
                yield return (row, Cause.Unreadable, null);
            else if (others is null)
                yield return (row, Cause.None, null);
            else
                yield return Instead(others, facts, row) is { } instead && IsAsGood(instead, row) ? (row, Cause.None, instead) : (row, Cause.Duplicate, null);
        }
    }

    /// <summary>The first date after another on which the rows of a group may be judged otherwise.</summary>
    private DateOnly? NextTurn(FactKey group, DateOnly after)
    {
        var facts = groups.Of(group, after, periods);
        var own = duplicates.GetValueOrDefault(group) is { } others
            ? others.Select(one => With(facts, one)).Append(facts)
            : [facts];
        return own.Aggregate((DateOnly?)null, (first, one) => rule.Gathering.Rows(one).Aggregate(
            Turns.First(after, first, rule.Gathering.NextTurn(one, after)), (next, row) => Turns.First(after, next, rule.Of.NextTurn(row, after))));
    }

    /// <summary>What is wrong with the ids by which a fact is told apart, and put with others.</summary>
    private static string? Fault(in FactKey key, IEnumerable<FactKey> of) => Ids.Fault(key.Subject ?? "", key.Part) ?? Ids.Fault(of);

    /// <summary>Where rows are set beside each other, all that they say counts, and not only how they are judged.</summary>
    private bool IsAsGood(TRow instead, TRow row) => rule.Gathering.Together is null || instead.Equals(row);

    private void Set(int source, in FactKey key, object fact, FactKey[] of)
    {
        groups.Add(source, key, fact, of);
        if (key.Period is { } period)
            periods[source].Plan(period, 1);
    }

    private void AddDuplicate(int source, FactKey key, object first, object other)
    {
        foreach (var group in groups.Sources[source].GroupsOf(first).Union(groups.Sources[source].GroupsOf(other)))
        {
            if (!duplicates.TryGetValue(group, out var others))
                duplicates.Add(group, others = []);

            others.Add((source, key, other));
        }

        if (groups.Sources[source].IsBeside)
            AddUnreadable(subject: null);
    }

    /// <summary>
    /// The row that there would be if another of the facts with one key were the right one; <c>null</c> where there would be none, or there are more such facts
    /// than can be told.
    /// </summary>
    private TRow? Instead(List<(int Source, FactKey Key, object Other)> others, GatheredFacts facts, TRow row)
    {
        if (others.Count > 1)
            return null;

        var rowKey = rule.Of.Shape.KeyOf(row);
        return rule.Gathering.Rows(With(facts, others[0])).FirstOrDefault(r => rule.Of.Shape.KeyOf(r) == rowKey);
    }

    /// <summary>The facts of a group with another in the place of the one with its key.</summary>
    private GatheredFacts With(GatheredFacts facts, (int Source, FactKey Key, object Other) one)
    {
        var isIn = groups.Sources[one.Source].GroupsOf(one.Other).Contains(facts.Group);
        return facts.With(
            one.Source,
            [.. facts.Taken(one.Source).Where(f => groups.Sources[one.Source].KeyOf(f) != one.Key), .. isIn ? [one.Other] : Array.Empty<object>()]);
    }
}
