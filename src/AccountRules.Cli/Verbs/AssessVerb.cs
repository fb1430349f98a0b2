using System.CommandLine;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Cli.Kinds;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules assess</c>: reads fact files and writes the standing of each fact.</summary>
internal static class AssessVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "assess";

    private static readonly string[] Formats = ["table", "json", "csv"];
    private static readonly string[] Kinds = [.. FactKind.All().Select(k => k.Name)];

    /// <summary>What help says beside the options: the files and their columns, and the exit codes.</summary>
    public static string Notes => string.Concat(
    [
        "\nFact files, as .csv with a header or as .json with an array of objects:\n",
        .. FactKind.All().Select(k => $"  {k.Name,-17} {string.Join(", ", k.Columns.Select(c => c.IsOptional ? $"[{c.Name}]" : c.Name))}\n"),
        "  Dates are yyyy-MM-dd, numbers 1234.5, periods 2026, 2026-Q2 or 2026-05. A date or number left blank is missing.\n",
        "\nExit codes: 0 done, 1 failed, 2 usage, 3 policy invalid, 4 some rows rejected, 5 a standing named by --fail-on occurs.\n",
    ]);

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var inputs = new Argument<string[]>("FOLDER|FILE|NAME=FILE")
        {
            Description = "A folder with fact files, fact files, or files of other names as fte-orders=FILE",
            Arity = ArgumentArity.OneOrMore,
        };
        inputs.Validators.Add(given =>
        {
            foreach (var option in given.Tokens.Select(t => t.Value).Where(t => t.StartsWith('-')))
                given.AddError($"Unrecognized option '{option}'; a file of that name is given as ./{option}.");
        });
        var policy = Option<string?>("--policy", "FILE", "The policy document; the documents' own numbers where it is left out");
        var asOf = Option<string?>("--as-of", "yyyy-MM-dd", "The evaluation date; today where it is left out");
        var rules = Option<string[]>("--rule", "ID", "Assess by this rule only; may be repeated");
        var standings = Option<string[]>("--standing", "NAME", "Show this standing only; may be repeated");
        var format = Option<string>("--format", "table|json|csv", "How to write the assessments; table where it is left out");
        var failOn = Option<string[]>("--fail-on", "STANDING", "End with exit code 5 where this standing occurs; may be repeated");
        var limit = Option<string>("--limit", "N", "How many rows a table shows of each rule, those most in need of attention first; 10 where it is left out, 0 for all");
        var verb = new Command(Name, "Assess the facts in files, and say for each how it stands, why, and by which clause") { inputs, policy, asOf, rules, standings, format, failOn, limit };
        verb.SetAction(parsed =>
        {
            var ids = Policy.Default.Rules.Select(r => r.Id).ToArray();
            var date = parsed.GetValue(asOf) is { } day ? Words.Date(asOf.Name, day) : terminal.Today;
            var wanted = (parsed.GetValue(rules) ?? []).Select(id => Words.OneOf(rules.Name, id, ids)).ToHashSet(StringComparer.Ordinal);
            var shown = Words.Standings(standings.Name, parsed.GetValue(standings));
            var failing = Words.Standings(failOn.Name, parsed.GetValue(failOn));
            var form = Words.OneOf(format.Name, parsed.GetValue(format) ?? Formats[0], Formats);
            var most = Words.Count(limit.Name, parsed.GetValue(limit) ?? "10");
            var request = new AssessmentRequest(PolicyFile.Read(parsed.GetValue(policy)), date, wanted, shown, failing);
            return (int)Run(request, FactFiles.Find(parsed.GetRequiredValue(inputs), Kinds), form, most, terminal);
        });
        return verb;
    }

    private static ExitCode Run(AssessmentRequest request, IReadOnlyList<FactFile> files, string format, int limit, Terminal terminal)
    {
        var totals = new Totals();
        using AssessmentWriter writer = format switch
        {
            "json" => new JsonOutput(terminal.Out),
            "csv" => new CsvOutput(terminal.Out),
            _ => new TableOutput(request, totals, limit, terminal),
        };
        var run = new AssessmentRun(request, totals, writer, terminal);
        var code = run.Assess(files);
        writer.Complete();
        Remark(request, run, terminal.Error);
        return code;
    }

    private static void Remark(AssessmentRequest request, AssessmentRun run, TextWriter error)
    {
        var asOf = request.AsOf.ToString("O");
        if (run.Totals.Count > 0 && run.Totals.Of(Standing.NotApplicable) == run.Totals.Count)
            error.WriteLine($"Nothing had begun by {asOf}: {(run.AssessedRows == 1 ? "the one fact starts" : $"all {Shown.Count(run.AssessedRows)} facts start")} later.");

        if (request.Policy.Terms.KeyAccount.EntryThreshold is null && run.Totals.Has(request.Policy.KeyAccount.Id))
            error.WriteLine("key-account: the policy states no threshold, so every account is undetermined; set keyAccount.entryThreshold in a policy file and give it with --policy.");
    }

    private static Option<T> Option<T>(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
