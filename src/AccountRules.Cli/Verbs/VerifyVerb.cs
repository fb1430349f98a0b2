using System.CommandLine;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules verify RECORDS --policy FILE</c>: recomputes records, and says which fields differ.</summary>
internal static class VerifyVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "verify";

    /// <summary>What help says beside the options.</summary>
    public static string Notes =>
        "\nRecords are what `accountrules assess --format records` writes, or a host from assessment.ToRecord(): a JSON object a line.\n"
        + "Each is judged again from the fact that it keeps, and every field compared; a field that changes nothing else is found by the digest.\n"
        + "Exit codes, with every format: 0 all are the same, 1 failed, 2 usage, 3 policy invalid, 4 some lines could not be read, 7 some records differ.\n"
        + "Where several apply, the first of 2, 3, 1, 7, 4.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var inputs = new Argument<string[]>("RECORDS") { Description = "Files of records, a JSON object a line", Arity = ArgumentArity.OneOrMore };
        var policy = FactOptions.Option<string?>(
            "--policy", "FILE", "The policy document that they were made by; the documents' own numbers where it is left out");
        var formats = new Formats("How to write what differs; table where it is left out", "table", "json", "csv");
        var output = FactOptions.Output();
        var verb = new Command(Name, "Recompute records of assessments, and say which are not what the policy makes of their facts")
        {
            inputs, policy, formats.Option, output,
        };
        verb.SetAction(parsed =>
        {
            var form = formats.Of(parsed);
            var files = parsed.GetRequiredValue(inputs).Select(f => Words.Path("RECORDS", f, "a file of records")).ToArray();
            var read = PolicyFile.Read(policy.Name, parsed.GetValue(policy));
            using var file = OutputFile.Open(output.Name, parsed.GetValue(output), files.Select(f => new FactFile(Name, f)), terminal);
            var code = Run(read, files, form, file.Terminal);
            file.Place();
            return (int)code;
        });
        return verb;
    }

    private static ExitCode Run(Policy policy, IReadOnlyList<string> files, string format, Terminal terminal)
    {
        using var writer = VerifyOutput.Of(format, terminal.Out);
        var run = new VerifyRun(policy, writer, terminal);
        var code = run.Verify(files);
        if (format == "table")
        {
            using var text = terminal.OutText();
            text.WriteLine(run.Summary);
        }

        return code;
    }
}
