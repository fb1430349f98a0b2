using System.CommandLine;
using AccountRules.Documents;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules policy show [FILE]</c>: the policy as a handbook in Markdown, or the page of one rule.</summary>
internal static class PolicyShowVerb
{
    private static readonly string[] Languages = ["en", "de"];

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "The policy document; the documents' own numbers where it is left out",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var rule = FactOptions.Option<string?>("--rule", "ID", "Write the page of this rule, with the causes for which a fact has no band");
        var language = FactOptions.Option<string?>("--language", "TAG", "Write it in this language: en, which it is unless given, or de");
        var verb = new Command("show", "Write the policy as a handbook in Markdown") { file, rule, language };
        verb.SetAction(parsed =>
        {
            var policy = PolicyFile.ReadOne("FILE", parsed.GetValue(file));
            var spoken = Words.OneOf(language.Name, parsed.GetValue(language) ?? Language.English.Tag, Languages) == "de" ? Language.German : Language.English;
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(rule) is { } id
                ? PolicyHandbook.Write(policy, Words.OneOf(rule.Name, id, policy.Rules.Select(r => r.Id)), spoken)
                : PolicyHandbook.Write(policy, spoken));
            return (int)ExitCode.Done;
        });
        return verb;
    }
}
