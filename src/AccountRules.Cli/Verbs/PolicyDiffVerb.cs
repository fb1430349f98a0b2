using System.CommandLine;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules policy diff OLD NEW</c>: what a change of policy does, by rule and region.</summary>
internal static class PolicyDiffVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "diff";

    private static readonly string[] Formats = ["table", "json"];

    /// <summary>What help says beside the options.</summary>
    public static string Notes =>
        "\nEach region says which facts have another outcome, and which outcomes; outside the regions the policies agree.\n"
        + "Exit codes: 0 no difference, 2 usage, 3 a policy invalid, 6 the policies differ.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var old = new Argument<string>("OLD") { Description = "The policy document before" };
        var @new = new Argument<string>("NEW") { Description = "The policy document after" };
        var format = FactOptions.Option<string>("--format", "table|json", "How to write the difference; table where it is left out");
        var verb = new Command(Name, "Say what a change of policy does: a verdict for each rule, and every region in which the two disagree")
        {
            old, @new, format,
        };
        verb.SetAction(parsed =>
        {
            var form = Words.OneOf(format.Name, parsed.GetValue(format) ?? Formats[0], Formats);
            var diff = PolicyDiff.Between(PolicyFile.Read("OLD", parsed.GetRequiredValue(old)), PolicyFile.Read("NEW", parsed.GetRequiredValue(@new)));
            if (form == "json")
                DiffOutput.WriteJson(diff, terminal.Out);
            else
                DiffOutput.WriteTable(diff, terminal, parsed.InvocationConfiguration.Output);

            return (int)(diff.IsDifferent ? ExitCode.Differs : ExitCode.Done);
        });
        return verb;
    }
}
