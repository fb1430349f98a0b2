using System.CommandLine;
using AccountRules.Documents;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules policy init [FILE]</c>: writes a policy document with the documents' own numbers, and a comment for each term.</summary>
internal static class PolicyInitVerb
{
    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write", DefaultValueFactory = _ => "policy.json" };
        var force = new Option<bool>("--force") { Description = "Overwrite the file if it is there" };
        var verb = new Command("init", "Begin a policy document with the documents' own numbers, and a comment for each term") { file, force };
        verb.SetAction(parsed =>
        {
            var path = Words.Path("FILE", parsed.GetRequiredValue(file), "the file to write");
            Write(path, parsed.GetValue(force));
            var open = Policy.Default.Rules.Select(r => r.Info.NotSet ?? r.Info.NotSetForSome).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
            terminal.Say($"{path}: written. Its numbers are the documents' own; {string.Join(", ", open)} {(open.Length == 1 ? "is" : "are")} yours to set.");
            return (int)ExitCode.Done;
        });
        return verb;
    }

    private static void Write(string path, bool overwrites)
    {
        try
        {
            using var stream = new FileStream(path, overwrites ? FileMode.Create : FileMode.CreateNew);
            using var writer = new StreamWriter(stream);
            writer.WriteLine(PolicyDocument.Write(Policy.Default, withComments: true).TrimEnd());
        }
        catch (IOException) when (File.Exists(path) && !overwrites)
        {
            throw new StopException(ExitCode.Failed, $"{path}: is there already; overwrite it with --force, or give another name.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.Failed, $"{path}: cannot be written: {e.Message}");
        }
    }
}
