using System.CommandLine;
using AccountRules.Documents;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules policy show [FILE]</c>: the policy as a handbook in Markdown.</summary>
internal static class PolicyShowVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "The policy document; the documents' own numbers where it is left out",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Command("show", "Write the policy as a handbook in Markdown") { file };
        verb.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.Write(PolicyHandbook.Write(PolicyFile.Read("FILE", parsed.GetValue(file))));
            return (int)ExitCode.Done;
        });
        return verb;
    }
}
