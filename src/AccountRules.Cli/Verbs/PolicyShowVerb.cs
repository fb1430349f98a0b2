using System.CommandLine;
using AccountRules.Documents;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules policy show [FILE]</c>: the policy as a handbook in Markdown, or the page of one rule.</summary>
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
        var rule = FactOptions.Option<string?>("--rule", "ID", "Write the page of this rule, with the causes for which a fact has no band");
        var verb = new Command("show", "Write the policy as a handbook in Markdown") { file, rule };
        verb.SetAction(parsed =>
        {
            var policy = PolicyFile.ReadOne("FILE", parsed.GetValue(file));
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(rule) is { } id
                ? PolicyHandbook.Write(policy, Words.OneOf(rule.Name, id, policy.Rules.Select(r => r.Id)))
                : PolicyHandbook.Write(policy));
            return (int)ExitCode.Done;
        });
        return verb;
    }
}
