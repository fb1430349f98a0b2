using System.CommandLine;

namespace AccountRules.Cli.Verbs;

/// <summary>
/// <c>accountrules policy check FILE</c>: says whether a policy document can be used, or all that is wrong with it, and what is hardly meant.
/// </summary>
internal static class PolicyCheckVerb
{
    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The policy document" };
        var verb = new Command("check", "Say whether a policy document can be used, or all that is wrong with it") { file };
        verb.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var policy = PolicyFile.Read("FILE", path);
            parsed.InvocationConfiguration.Output.WriteLine(Visible.Text($"{path}: {policy} is valid, {policy.Rules.Count} rules"));
            foreach (var remark in policy.Remarks)
                terminal.Say($"{path}: {remark}");

            foreach (var rule in policy.Rules.Where(r => r.Info.NotSet is not null))
                terminal.Say($"{path}: {rule.Info.NotSet} is not set, so {rule.Id} will leave every {rule.Info.Noun.ToLowerInvariant()} undetermined.");

            return (int)ExitCode.Done;
        });
        return verb;
    }
}
