using System.CommandLine;
using AccountRules.Documents;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules policy schema</c>: the JSON Schema of the policy document.</summary>
internal static class PolicySchemaVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var verb = new Command("schema", "Write the JSON Schema of the policy document");
        verb.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.WriteLine(PolicyDocument.Schema().TrimEnd());
            return (int)ExitCode.Done;
        });
        return verb;
    }
}
