using AccountRules.Facts;

namespace AccountRules.Reports;

/// <summary>Which rules of a policy take facts of which type.</summary>
internal sealed class FactRoutes : IRuleVisitor<bool>
{
    private readonly Dictionary<Type, (Delegate? Add, FactShape? Shape)> routes = [];
    private readonly AccountReportCollector report;

    public FactRoutes(Policy policy, AccountReportCollector report)
    {
        this.report = report;
        Add<Account>(report.Take, Account.Shape);
        foreach (var rule in policy.Rules)
            rule.Accept(this);
    }

    /// <summary>Takes a fact to all rules on it. That there are such facts is then known.</summary>
    /// <exception cref="ArgumentException">No rule takes facts of the type.</exception>
    public Action<TFact> Of<TFact>()
        where TFact : class
    {
        if (!routes.TryGetValue(typeof(TFact), out var route))
        {
            throw new ArgumentException(
                $"No rule of the policy takes facts of type {typeof(TFact).Name}: give facts of {string.Join(", ", routes.Keys.Select(t => t.Name))}, "
                + "or add yours to what Collect gives for a rule made with For.");
        }

        if (route.Shape is { } shape)
            report.Give(shape);

        return (Action<TFact>)route.Add!;
    }

    /// <summary>The subject of a fact of a type that is taken.</summary>
    public string SubjectOf<TFact>(TFact fact)
        where TFact : class => ((FactShape<TFact>)routes[typeof(TFact)].Shape!).KeyOf(fact).Subject;

    public bool Each<TFact>(Rule<TFact> rule)
        where TFact : class => Add<TFact>(report.Collect(rule).Add, rule.FactShape);

    public bool RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => Add<TFact>(report.Collect(rule).Add, rule.FactShape);

    public bool Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => Add<TFact>(report.CollectTrack(rule).Add, rule.FactShape);

    public bool Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class
    {
        var taker = report.Collect(rule);
        return rule.Gathering.Sources.All(source => source.Accept(new SourceRoute(this, taker)));
    }

    private bool Add<TFact>(Action<TFact> add, FactShape? shape)
        where TFact : class
    {
        routes[typeof(TFact)] = (Delegate.Combine(routes.GetValueOrDefault(typeof(TFact)).Add, add), shape);
        return true;
    }

    private sealed class SourceRoute(FactRoutes routes, GatheringTaker taker) : IGatheringVisitor<bool>
    {
        public bool Source<TFact>(GatheringSource source)
            where TFact : class => routes.Add<TFact>(taker.Add, source.Shape);
    }
}
