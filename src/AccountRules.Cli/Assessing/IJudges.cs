namespace AccountRules.Cli.Assessing;

/// <summary>Puts rules to work on the facts of a run: what comes of them, assessments or an agenda, is the run's own.</summary>
internal interface IJudges
{
    /// <summary>A rule on each fact by itself.</summary>
    /// <param name="rule">The rule.</param>
    Judge<TFact> Each<TFact>(Rule<TFact> rule)
        where TFact : class;

    /// <summary>A rule on the facts of each group together.</summary>
    /// <param name="rule">The rule.</param>
    Judge<TFact> RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class;

    /// <summary>A rule on the facts of each subject over the periods.</summary>
    /// <param name="rule">The rule.</param>
    Judge<TFact> Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class;

    /// <summary>A rule begins its work: some file may hold its facts.</summary>
    /// <param name="rule">The rule.</param>
    void Begin(Rule rule);
}
