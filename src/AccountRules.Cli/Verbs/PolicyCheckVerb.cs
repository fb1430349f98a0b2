using System.CommandLine;
using AccountRules.Cli.Builds;

namespace AccountRules.Cli.Verbs;

/// <summary>
/// <c>accountrules policy check FILE</c>: says whether a policy document can be used, or all that is wrong with it, and what is hardly meant.
/// </summary>
internal static class PolicyCheckVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "check";

    /// <summary>What help says beside the options.</summary>
    public static string Notes =>
        "\nWith another format than text what is found is on standard output, and what is wrong on standard error too.\n"
        + "Exit codes, with every format: 0 it can be used, 2 usage, 3 it cannot.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The policy document" };
        var formats = new Formats("How to write what is found; text where it is left out", "text", "json", "csv", "markdown", "github", "junit", "sarif");
        var verb = new Command(Name, "Say whether a policy document can be used, or all that is wrong with it") { file, formats.Option };
        verb.SetAction(parsed =>
        {
            var (path, form) = (parsed.GetRequiredValue(file), formats.Of(parsed));
            var policy = BuildOutput.Guard(form != "text" ? form : null, terminal, () => PolicyFile.Read("FILE", path));
            Finding[] findings = [.. CheckFindings.Of(path, policy)];
            if (form == "text")
                Say(findings, parsed.InvocationConfiguration.Output, terminal);
            else
                BuildOutput.Write(findings, form, terminal);

            return (int)ExitCode.Done;
        });
        return verb;
    }

    private static void Say(Finding[] findings, TextWriter output, Terminal terminal)
    {
        output.WriteLine(Visible.Text(findings[0].ToString()));
        foreach (var finding in findings.Skip(1))
            terminal.Say(finding.ToString());
    }
}
