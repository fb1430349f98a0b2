using System.CommandLine;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules agenda</c>: reads fact files and writes what changes standing on later days with no new data.</summary>
internal static class AgendaVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "agenda";

    /// <summary>What help says beside the options: the files and their columns, and the exit codes.</summary>
    public static string Notes =>
        FactOptions.Notes + WaiverRows.Notes + AbsenceRows.Notes
        + "\nExit codes: 0 done, 1 failed, 2 usage, 3 policy invalid, 4 some rows rejected; where several apply, the first of 2, 3, 1, 4.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var facts = new FactOptions();
        var days = FactOptions.Option<string>("--days", "N", "How many days after the evaluation date are looked at; 30 where it is left out");
        var standings = FactOptions.Option<string[]>("--standing", "NAME", "Show changes to this standing only; may be repeated");
        var groupBy = FactOptions.Option<string>("--group-by", "day|account|rule", "What to put together; day where it is left out");
        var formats = new Formats("How to write the agenda; table where it is left out, ics for a calendar application", "table", "json", "csv", "ics");
        var excel = FactOptions.Excel();
        var limit = FactOptions.Option<string>("--limit", "N", "How many rows a table shows; 50 where it is left out, 0 for all");
        var verb = facts.Verb(
            Name, "Say what changes standing on the days to come if nobody acts, and what is to be done by when", days, standings, groupBy,
            formats.Option, excel, limit);
        verb.SetAction(parsed =>
        {
            var date = facts.AsOf(parsed, terminal);
            var horizon = Words.Count(days.Name, parsed.GetValue(days) ?? "30");
            var wanted = facts.Rules(parsed);
            var shown = Words.Standings(standings.Name, parsed.GetValue(standings));
            var grouping = Enum.Parse<Grouping>(
                Words.OneOf(groupBy.Name, parsed.GetValue(groupBy) ?? nameof(Grouping.Day), Enum.GetNames<Grouping>().Select(g => g.ToLowerInvariant())),
                ignoreCase: true);
            var form = formats.Of(parsed);
            var most = Words.Count(limit.Name, parsed.GetValue(limit) ?? "50");
            var forExcel = Words.Excel(excel.Name, parsed.GetValue(excel), form);
            var request = new AgendaRequest(facts.ReadPolicy(parsed), date, horizon, wanted, shown, grouping);
            return facts.Run(parsed, terminal, (files, there) => Run(request, files, form, forExcel, most, there));
        });
        return verb;
    }

    private static ExitCode Run(AgendaRequest request, IReadOnlyList<FactFile> files, string format, bool forExcel, int limit, Terminal terminal)
    {
        using RowWriter<IGrouping<string, AgendaEntry>> writer = format switch
        {
            "json" => new EachOfGroup<AgendaEntry>(new JsonOutput<AgendaEntry>(terminal.Out, AgendaFields.All), terminal.Stop),
            "csv" => new EachOfGroup<AgendaEntry>(new CsvOutput<AgendaEntry>(terminal.Out, AgendaFields.All, forExcel), terminal.Stop),
            "ics" => new EachOfGroup<AgendaEntry>(new CalendarOutput(terminal.Out, request.AsOf), terminal.Stop),
            _ => new AgendaTable(request, limit, terminal),
        };
        return new AgendaRun(request, writer, terminal).Run(files);
    }
}
