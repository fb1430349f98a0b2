namespace AccountRules.Cli.Assessing;

/// <summary>What a rule takes together.</summary>
internal enum RuleForm
{
    /// <summary>Each fact by itself.</summary>
    Each,

    /// <summary>The facts of a subject and period.</summary>
    RollUp,

    /// <summary>The facts of a subject over the periods.</summary>
    Track,
}
