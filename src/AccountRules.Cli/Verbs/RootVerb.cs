using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Reflection;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules</c> itself: its verbs, its help and its version.</summary>
internal static class RootVerb
{
    private const string Name = "accountrules";

    /// <summary>The command line of the tool.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var version = new Option<bool>("--version") { Description = "Show the version" };
        var help = new HelpOption { Description = "Show help and examples" };
        var examples = new ExamplesAction((HelpAction)help.Action!, terminal);
        help.Action = examples;
        var root = new Command(
            Name, "Assesses the work of account managers against the account-management policy, with the reason and the clause for each standing.")
        {
            AssessVerb.Create(terminal),
            AgendaVerb.Create(terminal),
            ReportVerb.Create(terminal),
            ImpactVerb.Create(terminal),
            CurveVerb.Create(terminal),
            PayVerb.Create(terminal),
            SettleVerb.Create(terminal),
            VerifyVerb.Create(terminal),
            PolicyVerb.Create(terminal),
            version,
            help,
        };
        root.SetAction(parsed =>
        {
            if (!parsed.GetValue(version))
                return examples.Invoke(parsed);

            parsed.InvocationConfiguration.Output.WriteLine(Version);
            return (int)ExitCode.Done;
        });
        return root;
    }

    /// <summary>A command as it is typed, such as <c>accountrules policy check</c>.</summary>
    /// <param name="command">The command.</param>
    public static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : Name;

    /// <summary>The version of the tool.</summary>
    public static string Version => typeof(RootVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
