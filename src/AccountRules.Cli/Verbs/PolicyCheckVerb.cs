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

            // Many rules have a number that the documents leave open: they are one line.
            var open = string.Join(", ", policy.Rules.Where(r => r.Info.NotSet is not null).Select(r => $"{r.Id} ({r.Info.NotSet})"));
            if (open.Length > 0)
            {
                terminal.Say(
                    $"{path}: not in force, since the documents state no number and the policy sets none: {open}; set it, or all is undetermined.");
            }

            var some = string.Join(", ", policy.Rules.Where(r => r.Info.NotSetForSome is not null).Select(r => $"{r.Info.OpenFor} ({r.Info.NotSetForSome})"));
            if (some.Length > 0)
                terminal.Say($"{path}: in force, but not for {some}; set it, or these are undetermined.");

            return (int)ExitCode.Done;
        });
        return verb;
    }
}
