using System.CommandLine;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Builds;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary>What every verb over facts takes: the files, the policy, the evaluation date, the rules.</summary>
/// <param name="takesPolicy">Whether it assesses by one policy.</param>
/// <param name="takesRules">Whether the user may ask for some of the rules.</param>
/// <param name="takesWaivers">Whether waivers and absences may stand beside the facts.</param>
/// <param name="on">The rules whose facts it takes; those of a policy where it is left out.</param>
internal sealed class FactOptions(bool takesPolicy = true, bool takesRules = true, bool takesWaivers = true, Func<IReadOnlyList<Rule>>? on = null)
{
    private Policy? read;

    private string[] Kinds => field ??= [.. FactKind.Of(on?.Invoke() ?? (read ?? Policy.Default).Rules).Select(k => k.Name)];

    private readonly Argument<string[]> inputs = new("FOLDER|FILE|NAME=FILE")
    {
        Description = "A folder with fact files, fact files, or files of other names as fte-orders=FILE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> policy = Option<string?>(
        "--policy", "FILE|DIR", "The policy document, or a folder with one for each version; the documents' own numbers where it is left out");
    private readonly Option<string?> asOf = Option<string?>("--as-of", "yyyy-MM-dd", "The evaluation date; today where it is left out");
    private readonly Option<string?> knownOn = Option<string?>(
        "--known-on", "yyyy-MM-dd", "Take the rows as they were known on this day, by their KnownOn; as they are known by now where it is left out");
    private readonly Option<string[]> rules = Option<string[]>("--rule", "ID", "Assess by this rule only; may be repeated");

    private readonly Option<string?> output = Output();

    /// <summary>What help says of the files and their columns.</summary>
    public static string Notes => NotesOf(Policy.Default.Rules);

    /// <summary>What help says of the files of the facts that rules are on.</summary>
    /// <param name="rules">The rules.</param>
    public static string NotesOf(IEnumerable<Rule> rules) => string.Concat(
    [
        "\nFact files, as .csv with a header or as .json with an array of objects:\n",
        .. FactKind.Of(rules).Select(k => $"  {k.Name,-17} {string.Join(", ", k.Columns.Select(c => c.IsOptional ? $"[{c.Name}]" : c.Name))}\n"),
        "  Dates are yyyy-MM-dd, numbers 1234.5. A date or number left blank is missing. Periods are 2026, 2026-H1, 2026-Q2,\n"
        + "  2026-05, 2026-W14 (a week), 2026-04/2027-03 (whole months) or 2026-04-01/2026-04-15 (days, both included).\n",
    ]);

    /// <summary>A verb with these options and more of its own.</summary>
    /// <param name="name">The verb's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="more">Its own options.</param>
    public Command Verb(string name, string description, params IEnumerable<Option> more)
    {
        inputs.Validators.Add(given =>
        {
            foreach (var option in given.Tokens.Select(t => t.Value).Where(t => t.StartsWith('-')))
                given.AddError($"Unrecognized option '{option}'; a file of that name is given as ./{option}.");
        });
        var verb = new Command(name, description) { inputs };
        if (takesPolicy)
            verb.Options.Add(policy);

        verb.Options.Add(asOf);
        verb.Options.Add(knownOn);
        if (takesRules)
            verb.Options.Add(rules);

        foreach (var option in more)
            verb.Options.Add(option);

        verb.Options.Add(output);
        return verb;
    }

    /// <summary>The evaluation date.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="terminal">Tells what day it is.</param>
    public DateOnly AsOf(ParseResult parsed, Terminal terminal) => parsed.GetValue(asOf) is { } day ? Words.Date(asOf.Name, day) : terminal.Today;

    /// <summary>The ids of the rules; none where all are asked for.</summary>
    /// <param name="parsed">What was typed.</param>
    public IReadOnlySet<string> Rules(ParseResult parsed)
    {
        var ids = RuleCatalogue.Documents.Select(rule => rule.Id).ToArray();
        return (parsed.GetValue(rules) ?? []).Select(id => Words.OneOf(rules.Name, id, ids)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The policy.</summary>
    /// <param name="parsed">What was typed.</param>
    public Policy ReadPolicy(ParseResult parsed) => read = PolicyFile.Read(policy.Name, parsed.GetValue(policy));

    /// <summary>The policy, which must be a single version.</summary>
    /// <param name="parsed">What was typed.</param>
    public Policy ReadOnePolicy(ParseResult parsed) => PolicyFile.ReadOne(policy.Name, parsed.GetValue(policy));

    /// <summary>Makes what takes a policy: where that cannot be used, a build is told so in the output that was asked for.</summary>
    /// <typeparam name="T">What is made.</typeparam>
    /// <param name="parsed">What was typed.</param>
    /// <param name="format">The format.</param>
    /// <param name="terminal">Where it runs.</param>
    /// <param name="make">Makes it.</param>
    public T Guard<T>(ParseResult parsed, string format, Terminal terminal, Func<T> make) =>
        BuildOutput.Guard(BuildOutput.Of(format), terminal, make, output.Name, parsed.GetValue(output));

    /// <summary>The fact files.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <exception cref="StopException">An argument names no facts, or all of them waivers.</exception>
    public IReadOnlyList<FactFile> Files(ParseResult parsed)
    {
        var given = parsed.GetRequiredValue(inputs);
        DateOnly? known = parsed.GetValue(knownOn) is { } day ? Words.Date(knownOn.Name, day) : null;
        FactFile[] files =
        [
            .. FactFiles.Find(given, takesWaivers ? [.. Kinds, WaiverRows.Kind, AbsenceRows.Kind] : Kinds, parsed.CommandResult.Command.Name)
                .Select(file => file with { KnownOn = known }),
        ];
        return Array.Exists(files, f => f.Kind != WaiverRows.Kind && f.Kind != AbsenceRows.Kind) ? files : throw new StopException(
            ExitCode.Failed, $"{string.Join(", ", given)}: holds waivers or absences, and no fact file: give the facts that they are of beside them.");
    }

    /// <summary>Runs with the output that is asked for, which takes its place when the run has come to its end.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="terminal">Where it runs.</param>
    /// <param name="run">Reads the files and writes what comes of them.</param>
    /// <param name="alsoRead">What is read beside the facts, and so is no output either.</param>
    public int Run(
        ParseResult parsed, Terminal terminal, Func<IReadOnlyList<FactFile>, Terminal, ExitCode> run, params IEnumerable<FactFile> alsoRead)
    {
        var files = Files(parsed);
        foreach (var folder in takesWaivers || on is not null ? [] : parsed.GetRequiredValue(inputs).Where(Directory.Exists))
        {
            foreach (var absences in FactFiles.In(folder, AbsenceRows.Kind))
            {
                terminal.Say(
                    $"{absences.Path}: not read by `{parsed.CommandResult.Command.Name}`, so that no absence is excused; assess, agenda and report do.");
            }
        }

        using var file = OutputFile.Open(output.Name, parsed.GetValue(output), files.Concat(alsoRead), terminal);
        var code = run(files, file.Terminal);
        file.Place();
        return (int)code;
    }

    /// <summary>Where the output goes.</summary>
    public static Option<string?> Output() => Option<string?>(
        "--output", "FILE", "Where to write; the file takes its place when all is written. Standard output where it is left out");

    /// <summary>Whether CSV is written for a spreadsheet.</summary>
    public static Option<bool> Excel() =>
        new("--excel") { Description = "With --format csv: a byte order mark, and ' before texts that a spreadsheet would run as formulas; else CSV is data" };

    /// <summary>An option.</summary>
    /// <param name="name">Its name, as it is typed.</param>
    /// <param name="value">What its value is called.</param>
    /// <param name="description">What it does.</param>
    public static Option<T> Option<T>(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
