using System.CommandLine;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules policy</c>: what concerns the policy document.</summary>
internal static class PolicyVerb
{
    /// <summary>The verb with its own verbs.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal) => new("policy", "Check, show, compare, describe or begin a policy document")
    {
        PolicyCheckVerb.Create(terminal),
        PolicyShowVerb.Create(),
        PolicyDiffVerb.Create(terminal),
        PolicyBoundariesVerb.Create(terminal),
        PolicySchemaVerb.Create(),
        PolicyInitVerb.Create(terminal),
        PolicyCalendarVerb.Create(terminal),
    };
}
