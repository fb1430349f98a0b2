using AccountRules.Expressions;
using AccountRules.Facts;
using AccountRules.Reports;

namespace AccountRules;

/// <summary>
/// Takes the facts of all kinds that a policy's rules are on, one at a time and in any order, and makes an <see cref="AccountReport"/> of them. Of facts that
/// are judged by themselves it keeps counts for each account, what tells them apart, those most in need of attention, and those that change within the days
/// that are looked at; of the others what rules over many facts keep. For one thread at a time.
/// </summary>
public sealed class AccountReportCollector
{
    private readonly Dictionary<string, SheetCount> accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReportedRule> reported = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, LeftOutCount> leftOut = [];
    private readonly List<(ReportedRule Rule, IReadOnlyList<FactShape> Required, Func<IEnumerable<Assessment>> Assess)> together = [];
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private readonly HashSet<Waiver> matched = [];
    private readonly AccountList list = new();
    private readonly AccountReportOptions options;
    private readonly Policy policy;
    private readonly AccountReportCollector[] earlier;
    private readonly Agenda agenda;

    internal AccountReportCollector(Policy policy, DateOnly asOf, AccountReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(policy);
        (this.policy, this.options, agenda) = (policy, options, new(asOf, options.Days) { Waivers = options.Waivers });
        foreach (var rule in policy.Rules)
            Reported(rule);

        if (options.ScoredOn.Any(day => day >= asOf))
        {
            throw new ArgumentException(
                $"The score is told on dates before the report's own, {asOf:O}: leave {options.ScoredOn.Max():O} out.", nameof(options));
        }

        var kept = new AccountReportOptions { Worst = 0, Next = 0, Days = 0, Periods = 2 };
        earlier = [.. options.ScoredOn.Distinct().Order().Select(day => new AccountReportCollector(policy, day, kept))];
    }

    /// <summary>The evaluation date.</summary>
    public DateOnly AsOf => agenda.AsOf;

    private FactRoutes Routes => field ??= new(policy, this);

    /// <summary>Takes in a fact for every rule of the policy that is on such facts.</summary>
    /// <typeparam name="TFact">The type of the fact: <see cref="Account"/>, or one that the policy's rules take.</typeparam>
    /// <param name="fact">The fact; it must not change while the report is read.</param>
    /// <exception cref="ArgumentException">No rule of the policy takes such facts, or the id of its account is not clean (see <see cref="Ids"/>).</exception>
    public AccountReportCollector Add<TFact>(TFact fact)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(fact);
        Routes.Of<TFact>()(fact);
        return this;
    }

    /// <summary>Takes in facts of one type, and says that these are all; an empty list says that there are none.</summary>
    /// <typeparam name="TFact">The type of the facts: <see cref="Account"/>, or one that the policy's rules take.</typeparam>
    /// <param name="facts">The facts; they are read once.</param>
    /// <exception cref="ArgumentException">As for <see cref="Add"/>.</exception>
    public AccountReportCollector AddRange<TFact>(IEnumerable<TFact> facts)
        where TFact : class
    {
        UnreadFact.Each(facts, Routes.Of<TFact>(), Routes.SubjectOf, rule: null);
        return this;
    }

    /// <summary>
    /// Says that facts of a kind are given, if only none: a rule over facts of several kinds says nothing without one of them. <see cref="Add"/> and
    /// <see cref="AddRange"/> say it by themselves.
    /// </summary>
    /// <param name="shape">The shape of the facts.</param>
    public AccountReportCollector Give(FactShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        given.Add(KindOf(shape, shape.FactType));
        list.IsGiven |= shape.FactType == typeof(Account);
        Array.ForEach(earlier, one => one.Give(shape));
        return this;
    }

    /// <summary>Takes the facts of a rule on each fact by itself: a policy's own, or one over a host's type made with its <c>For</c>.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="rule">The rule.</param>
    public FactTaker<TFact> Collect<TFact>(Rule<TFact> rule)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        return OnEachDate(one => one.Collect(rule), new EachReport<TFact>(
            rule, Reported(rule), LeftOutOf(typeof(TFact), rule.FactShape, rule.Shape.Account is not null), CountOf, agenda.Collect(rule), AsOf, Over));
    }

    /// <summary>Takes the facts of a roll-up; where its subjects are no accounts they are left out.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="rule">The roll-up.</param>
    public FactTaker<TFact> Collect<TFact>(RollUpRule<TFact> rule)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        return OnEachDate(
            one => one.Collect(rule),
            Together(rule, rule.Of.Shape.IsOfAccounts ? rule.Of.Shape.Account : null, rule.Collect(AsOf), agenda.Collect(rule)));
    }

    /// <summary>Takes the facts of a track over periods.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="rule">The lifecycle.</param>
    /// <param name="periods">The periods that the data as a whole holds, where the facts are a part of it, and who was inside before.</param>
    /// <exception cref="InvalidOperationException">The rule's facts have no period, or it has more than four stages.</exception>
    public FactTaker<TFact> CollectTrack<TFact>(LifecycleRule<TFact> rule, TrackPeriods? periods = null)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        Reported(rule).IsPortfolio = true;
        return OnEachDate(
            one => one.CollectTrack(rule, periods), Together(rule, rule.Shape.Account, rule.CollectTrack(AsOf, periods), agenda.CollectTrack(rule, periods)));
    }

    /// <summary>Takes the facts, of all types, of a rule on rows that are each made of many; where these are of no account they are left out.</summary>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <param name="rule">The rule.</param>
    public GatheringTaker Collect<TRow>(GatheredRule<TRow> rule)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        var own = CollectOwn(rule);
        return earlier.Length == 0 ? own : new GatheredDate([own, .. earlier.Select(one => one.Collect(rule))]);
    }

    private GatheredReport<TRow> CollectOwn<TRow>(GatheredRule<TRow> rule)
        where TRow : class
    {
        if (rule.Of.Shape.Account is null && typeof(TRow) != typeof(Cohort))
            return new GatheredReport<TRow>(rule, collector: null, list, LeftOutOf);

        var collector = rule.Collect(AsOf);
        FactShape[] required = [.. rule.Gathering.Sources.Where(s => !s.IsBeside).Select(s => s.Shape)];
        agenda.Collect(collector, () => IsComplete(required));
        together.Add((Reported(rule), required, collector.Assess));
        return new GatheredReport<TRow>(rule, collector, list, LeftOutOf);
    }

    /// <summary>The report on the facts taken in so far. Worked out with each call.</summary>
    public AccountReport Report()
    {
        var complete = together.Where(t => IsComplete(t.Required)).ToArray();
        var sheets = Sheets.Of(
            options, policy.TermsOn(agenda.AsOf).AccountReport, list, accounts, complete.SelectMany(t => t.Assess().Select(a => (t.Rule, Over(a)))), agenda);
        return new(
            policy, agenda, sheets, [.. leftOut.Values.Select(l => l.Facts).Where(l => l.Count > 0)],
            [.. together.Where(t => !IsComplete(t.Required) && t.Required.Any(IsGiven)).Select(t => new UnassessedRule
            {
                Rule = t.Rule.Rule,
                Missing = [.. t.Required.Where(s => !IsGiven(s)).Select(s => KindOf(s, s.FactType))],
            })],
            options.Waivers.All.Where(w => w.IsInEffect(AsOf) && !matched.Contains(w)),
            [.. earlier.Select(one => one.Report())]);
    }

    internal void Take(Account account)
    {
        list.Add(account);
        Array.ForEach(earlier, one => one.Take(account));
    }

    private FactTaker<TFact> OnEachDate<TFact>(Func<AccountReportCollector, FactTaker<TFact>> collect, FactTaker<TFact> own)
        where TFact : class => earlier.Length == 0 ? own : new EachDate<TFact>([own, .. earlier.Select(collect)]);

    private TogetherReport<TFact> Together<TFact>(
        Rule rule, Selector<TFact, string?>? account, Collector<TFact> collector, FactTaker<TFact> agenda)
        where TFact : class
    {
        together.Add((Reported(rule), [], collector.Assess));
        return new(account, collector, agenda, LeftOutOf(typeof(TFact), rule.FactShape, account is not null));
    }

    private Assessment Over(Assessment assessment)
    {
        if (options.Waivers.Find(assessment) is { } waiver)
            matched.Add(waiver);

        return options.Waivers.Apply(assessment);
    }

    private bool IsComplete(IEnumerable<FactShape> required) => required.All(IsGiven);

    private bool IsGiven(FactShape shape) => given.Contains(KindOf(shape, shape.FactType));

    private ReportedRule Reported(Rule rule)
    {
        if (!reported.TryGetValue(rule.Id, out var known))
            reported[rule.Id] = known = new(rule, reported.Count);

        return known;
    }

    private SheetCount CountOf(string account)
    {
        if (!accounts.TryGetValue(account, out var count))
            accounts[Ids.Checked(account, nameof(account))] = count = new(options);

        return count;
    }

    /// <summary>The first rule on facts of a type counts those that are left out.</summary>
    private LeftOutCount LeftOutOf(Type type, FactShape? shape, bool namesAccounts)
    {
        var isFirst = !leftOut.ContainsKey(type);
        var count = new LeftOutCount(KindOf(shape, type), namesAccounts, counts: isFirst);
        if (isFirst)
            leftOut.Add(type, count);

        return count;
    }

    private static string KindOf(FactShape? shape, Type type) => shape is { Name.Length: > 0 } ? shape.Name : type.Name;
}
