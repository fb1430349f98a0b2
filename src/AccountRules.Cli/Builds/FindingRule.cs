namespace AccountRules.Cli.Builds;

/// <summary>What findings go by: a rule of the policy, or what is asked of the files themselves. Equal by value.</summary>
/// <param name="Id">The id, such as <c>fte-fulfillment</c>.</param>
/// <param name="Says">What it asks, in one sentence.</param>
internal sealed record FindingRule(string Id, string Says)
{
    /// <summary>What is asked of the policy document.</summary>
    public static FindingRule PolicyDocument { get; } = new("policy-document", "A policy document can be used, and says what is meant.");

    /// <summary>What is asked of a fact file.</summary>
    public static FindingRule FactFile { get; } = new("fact-file", "A fact file and all of its rows can be read.");

    /// <summary>What is asked of the answers themselves.</summary>
    public static FindingRule Reference { get; } = new("second-reading", "The rules say what a second, literal reading of the policy says.");

    /// <summary>A rule of the policy.</summary>
    /// <param name="rule">The rule.</param>
    public static FindingRule Of(Rule rule) => new(rule.Id, rule.Info.Says.Length > 0 ? rule.Info.Says : rule.Info.Title);
}
