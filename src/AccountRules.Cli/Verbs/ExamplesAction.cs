using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace AccountRules.Cli.Verbs;

/// <summary>Help, followed by the examples of the verb.</summary>
internal sealed class ExamplesAction : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["accountrules"] =
        [
            "accountrules policy init policy.json",
            "accountrules assess data --policy policy.json --as-of 2026-05-01",
        ],
        ["accountrules assess"] =
        [
            "accountrules assess data",
            "accountrules assess data --policy policy.json --details",
            "accountrules assess data --policy policy.json --as-of 2026-05-01 --standing Overdue --standing AtRisk",
            "accountrules assess fte-orders=export.csv --rule fte-fulfillment --format json > standings.json",
            "accountrules assess data --fail-on Overdue --format csv > standings.csv",
            "accountrules assess data --format csv --excel > standings.csv",
            "accountrules assess data --fail-on Overdue --format junit > standings.xml",
            "accountrules assess data --format records --output records.jsonl",
        ],
        ["accountrules agenda"] =
        [
            "accountrules agenda data --as-of 2026-05-01 --days 14",
            "accountrules agenda data --policy policy.json --standing Overdue --group-by account",
            "accountrules agenda data --days 90 --format ics > agenda.ics",
        ],
        ["accountrules report"] =
        [
            "accountrules report data --policy policy.json --as-of 2026-05-01",
            "accountrules report data --account ERNSH --html ernsh.html",
            "accountrules report data --manager 7 --format markdown > manager-7.md",
            "accountrules report data --format json --output report.json",
        ],
        ["accountrules policy calendar"] =
        [
            "accountrules policy calendar DE --from 2025 --until 2027",
            "accountrules policy calendar US --from 2026 --until 2026 --format csv",
            "accountrules policy calendar holidays.txt --name plant --list-version 2026.2",
        ],
        ["accountrules impact"] =
        [
            "accountrules impact data --old policy.json --new changed.json --as-of 2026-05-01",
            "accountrules impact performance-pay=export.csv --new changed.json --format json",
            "accountrules impact data --old policy.json --new changed.json --html change.html",
        ],
        ["accountrules curve"] =
        [
            "accountrules curve data --term performancePay.bands[Full].above --from 0.7 --to 0.9 --budget 120000 --within 0.01",
            "accountrules curve data --policy policy.json --term fteFulfillment.limitDays --from 76 --to 120 --share 90% --in Met --in OnTrack",
        ],
        ["accountrules pay"] =
        [
            "accountrules pay data --policy policy.json --as-of 2026-06-05 --period 2026-05",
            "accountrules pay data --policy policy.json --format csv --output pay.csv --fail-on Undetermined",
            "accountrules pay data --policy policy.json --employee ann --statements statements",
        ],
        ["accountrules settle"] =
        [
            "accountrules settle pay.jsonl data --policy policy.json --as-of 2026-02-05 --period 2026-01 --new-ledger --append",
            "accountrules settle pay.jsonl data --policy policy.json --as-of 2026-03-05 --period 2026-01 --period 2026-02",
            "accountrules settle pay.jsonl performance-pay=export.csv --append --format csv > lines.csv",
        ],
        ["accountrules verify"] =
        [
            "accountrules assess data --policy policy.json --format records --output records.jsonl",
            "accountrules verify records.jsonl --policy policy.json",
        ],
        ["accountrules policy check"] = ["accountrules policy check policy.json", "accountrules policy check policy.json --format sarif > policy.sarif"],
        ["accountrules policy show"] = ["accountrules policy show policy.json > handbook.md", "accountrules policy show --rule retention"],
        ["accountrules policy diff"] = ["accountrules policy diff policy.json changed.json", "accountrules policy diff old.json new.json --format github"],
        ["accountrules policy boundaries"] =
        [
            "accountrules policy boundaries policy.json", "accountrules policy boundaries policy.json --format csv > boundaries.csv",
            "accountrules policy boundaries policy.json --format xunit",
        ],
        ["accountrules policy schema"] = ["accountrules policy schema > policy.schema.json"],
        ["accountrules policy init"] = ["accountrules policy init", "accountrules policy init sales.json --force"],
    };

    private readonly HelpAction help;

    /// <summary>Puts the examples behind a help.</summary>
    /// <param name="help">The help without examples.</param>
    /// <param name="terminal">Where it runs.</param>
    public ExamplesAction(HelpAction help, Terminal terminal)
    {
        this.help = help;
        help.MaxWidth = terminal.Width ?? 120;
    }

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (!Examples.TryGetValue(RootVerb.PathOf(parseResult.CommandResult), out var examples))
            return (int)ExitCode.Done;

        output.WriteLine("Examples:");
        foreach (var example in examples)
            output.WriteLine($"  {example}");

        output.Write(parseResult.CommandResult.Command.Name switch
        {
            AssessVerb.Name => AssessVerb.Notes,
            AgendaVerb.Name => AgendaVerb.Notes,
            ReportVerb.Name => ReportVerb.Notes,
            ImpactVerb.Name => ImpactVerb.Notes,
            CurveVerb.Name => CurveVerb.Notes,
            PayVerb.Name => PayVerb.Notes,
            SettleVerb.Name => SettleVerb.Notes,
            VerifyVerb.Name => VerifyVerb.Notes,
            PolicyCheckVerb.Name => PolicyCheckVerb.Notes,
            PolicyDiffVerb.Name => PolicyDiffVerb.Notes,
            PolicyBoundariesVerb.Name => PolicyBoundariesVerb.Notes,
            _ => "",
        });

        return (int)ExitCode.Done;
    }
}
