using System.CommandLine;
using AccountRules.Cli.Builds;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules policy diff OLD NEW</c>: what a change of policy does, by rule and region.</summary>
internal static class PolicyDiffVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "diff";

    /// <summary>What help says beside the options.</summary>
    public static string Notes =>
        "\nEach region says which facts have another outcome, and which outcomes; outside the regions the policies agree.\n"
        + "github, junit and sarif are for builds: a warning, a failed test, a result for each region, at the line of the term in NEW.\n"
        + "Exit codes, with every format and with --html: 0 no difference, 1 failed, 2 usage, 3 a policy invalid, 6 the policies differ.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var old = new Argument<string>("OLD") { Description = "The policy document before" };
        var @new = new Argument<string>("NEW") { Description = "The policy document after" };
        var formats = new Formats(
            "How to write the difference; table where it is left out", "table", "json", "csv", "markdown", "github", "junit", "sarif");
        var html = FactOptions.Option<string?>(
            "--html", "FILE", "Write the difference as a page with pictures, complete in itself; the table is then left out unless --format asks for it");
        var verb = new Command(Name, "Say what a change of policy does: a verdict for each rule, and every region in which the two disagree")
        {
            old, @new, formats.Option, html,
        };
        verb.SetAction(parsed =>
        {
            var (form, before, after, page) = (formats.Of(parsed), parsed.GetRequiredValue(old), parsed.GetRequiredValue(@new), parsed.GetValue(html));
            var diff = BuildOutput.Guard(BuildOutput.Of(form), terminal, () => PolicyDiff.Between(
                PolicyFile.ReadOne("OLD", before), PolicyFile.ReadOne("NEW", after)));
            using var file = OutputFile.Open(html.Name, page, [new("policy", before), new("policy", after)], terminal);
            if (page is not null)
                DossierHtml.Write(diff, facts: null, file.Terminal);

            if (page is null || formats.IsGiven(parsed))
                DiffOutput.Write(diff, after, form, terminal);

            file.Place();
            return (int)(diff.IsDifferent ? ExitCode.Differs : ExitCode.Done);
        });
        return verb;
    }
}
