namespace AccountRules.Cli.Assessing;

/// <summary>Puts rules to work on the facts of a run: what comes of them, assessments or an agenda, is the run's own.</summary>
internal interface IJudges : IRuleVisitor<Judge>
{
    /// <summary>Whether a rule on facts of several kinds, of which one is not there, takes the others all the same.</summary>
    bool TakesLacking => false;

    /// <summary>A rule begins its work: some file may hold its facts.</summary>
    /// <param name="rule">The rule.</param>
    void Begin(Rule rule);
}
