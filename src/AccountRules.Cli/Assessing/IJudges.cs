namespace AccountRules.Cli.Assessing;

/// <summary>Puts rules to work on the facts of a run: what comes of them, assessments or an agenda, is the run's own.</summary>
internal interface IJudges : IRuleVisitor<Judge>
{
    /// <summary>A rule begins its work: some file may hold its facts.</summary>
    /// <param name="rule">The rule.</param>
    void Begin(Rule rule);
}
