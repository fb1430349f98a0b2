namespace AccountRules.Cli.Assessing;

/// <summary>What the entries of an agenda are grouped by.</summary>
internal enum Grouping
{
    /// <summary>The day of the change.</summary>
    Day,

    /// <summary>The account.</summary>
    Account,

    /// <summary>The rule.</summary>
    Rule,
}
