namespace AccountRules.Cli.Assessing;

/// <summary>Puts rules to work on the facts of a run: what comes of them, assessments or an agenda, is the run's own.</summary>
internal interface IJudges : IRuleVisitor<Judge>
{
    /// <summary>Whether a rule on facts of several kinds, of which one is not there, takes the others all the same.</summary>
    bool TakesLacking => false;

    /// <summary>Takes the facts of a type beside the rules, such as the list of accounts; <c>null</c>, the default, where the rules alone take them.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    Action<TFact>? Beside<TFact>()
        where TFact : class => null;

    /// <summary>A rule begins its work: some file may hold its facts.</summary>
    /// <param name="rule">The rule.</param>
    void Begin(Rule rule)
    {
        // A rule that no fact comes to has nothing to say of itself.
    }
}
