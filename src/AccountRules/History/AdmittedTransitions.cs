namespace AccountRules.History;

/// <summary>The ways in which a version of a policy may take over, by the kind of the rule.</summary>
internal sealed class AdmittedTransitions : IRuleVisitor<IReadOnlyList<VersionTransition>>
{
    private AdmittedTransitions()
    {
    }

    public static IReadOnlyList<VersionTransition> Of(Rule rule) => rule.Accept(new AdmittedTransitions());

    public IReadOnlyList<VersionTransition> Each<TFact>(Rule<TFact> rule)
        where TFact : class =>
    [
        .. rule.HasDates ? [VersionTransition.ByStart, VersionTransition.Kinder] : Array.Empty<VersionTransition>(),
        .. rule.IsOfPeriods ? [VersionTransition.ByPeriod] : Array.Empty<VersionTransition>(),
        VersionTransition.ByEvaluationDate,
        .. rule is TierRule<TFact> { Pays: true, IsOfPeriods: true } ? [VersionTransition.ByDays] : Array.Empty<VersionTransition>(),
    ];

    public IReadOnlyList<VersionTransition> RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => [];

    /// <summary>No stage of a track is better than another.</summary>
    public IReadOnlyList<VersionTransition> Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => [VersionTransition.ByStart, VersionTransition.ByPeriod, VersionTransition.ByEvaluationDate];

    /// <summary>Rows are made by one version: there is no better one of two.</summary>
    public IReadOnlyList<VersionTransition> Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => rule.Of.IsOfPeriods
            ? [VersionTransition.ByStart, VersionTransition.ByPeriod, VersionTransition.ByEvaluationDate]
            : [VersionTransition.ByEvaluationDate];
}
