namespace AccountRules.Cli.Assessing;

/// <summary>Makes something of the facts of some rules, beside what the run itself makes of them.</summary>
internal interface ISideJudges : IRuleVisitor<Judge>
{
    /// <summary>Whether it takes the facts of a rule.</summary>
    /// <param name="rule">The rule.</param>
    bool Wants(Rule rule);
}
