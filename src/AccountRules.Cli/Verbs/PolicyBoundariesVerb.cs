using System.CommandLine;
using AccountRules.Cli.Builds;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules policy boundaries [FILE]</c>: every cut of every rule with its side, its clause and three cases around it.</summary>
internal static class PolicyBoundariesVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "boundaries";

    /// <summary>What help says beside the options.</summary>
    public static string Notes =>
        "\nThe cases lie one apart for whole values, for others one in the last place of the cut, of a ratio at least the fourth, of an amount the second.\n"
        + "junit has a test for each boundary, which fails where it rests on no clause.\n"
        + "Exit codes, with every format: 0 done, 2 usage, 3 policy invalid, 7 a boundary rests on no clause.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "The policy document; the documents' own numbers where it is left out",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var formats = new Formats(
            "How to write the ledger; table where it is left out, xunit for the data of a theory in C#", "table", "json", "csv", "markdown", "junit", "xunit");
        var verb = new Command(Name, "List every cut of every rule with its side, its clause, and cases just below, at and just above it")
        {
            file, formats.Option,
        };
        verb.SetAction(parsed =>
        {
            var form = formats.Of(parsed);
            var boundaries = PolicyBoundaries.Of(
                BuildOutput.Guard(BuildOutput.Of(form), terminal, () => PolicyFile.ReadOne("FILE", parsed.GetValue(file))));
            BoundaryOutput.Write(boundaries, form, terminal, parsed.InvocationConfiguration.Output);
            var without = boundaries.Where(b => b.Clause is null).ToArray();
            foreach (var boundary in without)
                terminal.Say($"{boundary}: rests on no clause; give the rule's info a Citation.");

            return (int)(without.Length > 0 ? ExitCode.NotProven : ExitCode.Done);
        });
        return verb;
    }
}
