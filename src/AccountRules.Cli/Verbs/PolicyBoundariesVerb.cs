using System.CommandLine;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules policy boundaries [FILE]</c>: every cut of every rule with its side, its clause and three cases around it.</summary>
internal static class PolicyBoundariesVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "boundaries";

    private static readonly string[] Formats = ["table", "json", "csv", "xunit"];

    /// <summary>What help says beside the options.</summary>
    public static string Notes =>
        "\nThe cases lie one apart for whole values, for others one in the last place of the cut, of a ratio at least the fourth, of an amount the second.\n"
        + "Exit codes: 0 done, 2 usage, 3 policy invalid, 7 a boundary rests on no clause.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "The policy document; the documents' own numbers where it is left out",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = FactOptions.Option<string>(
            "--format", "table|json|csv|xunit", "How to write the ledger; table where it is left out, xunit for the data of a theory in C#");
        var verb = new Command(Name, "List every cut of every rule with its side, its clause, and cases just below, at and just above it") { file, format };
        verb.SetAction(parsed =>
        {
            var form = Words.OneOf(format.Name, parsed.GetValue(format) ?? Formats[0], Formats);
            var boundaries = PolicyBoundaries.Of(PolicyFile.Read("FILE", parsed.GetValue(file)));
            BoundaryOutput.Write(boundaries, form, terminal, parsed.InvocationConfiguration.Output);
            var without = boundaries.Where(b => b.Clause is null).ToArray();
            foreach (var boundary in without)
                terminal.Say($"{boundary}: rests on no clause; give the rule's info a Citation.");

            return (int)(without.Length > 0 ? ExitCode.NoClause : ExitCode.Done);
        });
        return verb;
    }
}
