using System.CommandLine;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules policy calendar CODE|FILE</c>: a calendar of working days for a policy document, or as a table for a database.</summary>
internal static class PolicyCalendarVerb
{
    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var source = new Argument<string>("CODE|FILE")
        {
            Description = "A country by its ISO code, such as DE, DE-BY or US, or a file with a date on each line",
        };
        var from = FactOptions.Option<string>("--from", "YEAR", "The first year; of a file that of its first date where it is left out");
        var until = FactOptions.Option<string>("--until", "YEAR", "The last year; of a file that of its last date where it is left out");
        var name = FactOptions.Option<string>("--name", "NAME", "The calendar's name; the code, or the file's name, where it is left out");
        var version = FactOptions.Option<string>("--list-version", "TEXT", "The version of its list of holidays");
        var formats = new Formats(
            "json, where it is left out, for `workingDays` of a policy document; csv for the table by which a database counts", "json", "csv");
        var verb = new Command("calendar", "Write a calendar of working days, with the public holidays of a country or those of a file")
        {
            source, from, until, name, version, formats.Option,
        };
        verb.SetAction(parsed =>
        {
            var form = formats.Of(parsed);
            var given = Words.Path("CODE|FILE", parsed.GetRequiredValue(source), "a country's code, or a file of dates");
            var (first, last) = (Year(from.Name, parsed.GetValue(from)), Year(until.Name, parsed.GetValue(until)));
            var isCountry = Countries.Knows(given);
            var (begin, end, holidays) = isCountry ? OfCountry(given, first, last) : OfFile(given, first, last);
            var calendar = new WorkingCalendar(
                Name(name.Name, parsed.GetValue(name)) ?? (isCountry ? given.ToUpperInvariant() : Path.GetFileNameWithoutExtension(given)), weekend: null,
                holidays.Select(h => h.Date), new(begin, 1, 1), new(end, 12, 31))
            { Version = Name(version.Name, parsed.GetValue(version)) };
            if (form == "json")
            {
                using var text = terminal.OutText();
                HolidayOutput.WriteJson(calendar, holidays.ToLookup(h => h.Date, h => h.Name), text);
            }
            else
            {
                HolidayOutput.WriteTable(calendar, terminal.Out);
            }

            return (int)ExitCode.Done;
        });
        return verb;
    }

    private static (int First, int Last, (DateOnly Date, string Name)[]) OfCountry(string code, int? from, int? until)
    {
        const string allowed = "a year, such as 2026: a calendar says which years it knows";
        var first = from ?? throw StopException.Usage("--from", "nothing", allowed);
        var last = Last(first, until ?? throw StopException.Usage("--until", "nothing", allowed));
        return (first, last, [.. Countries.Holidays(code, first, last)]);
    }

    private static (int First, int Last, (DateOnly Date, string Name)[]) OfFile(string path, int? from, int? until)
    {
        if (!File.Exists(path))
            throw StopException.Usage("CODE|FILE", Shown.Value(path), $"a file with a date on each line, or one of {string.Join(", ", Countries.Codes)}");

        var all = HolidayFile.Read(path);
        if (all.Count == 0 && (from is null || until is null))
            throw new StopException(ExitCode.Failed, $"{path}: found no date; allowed: a date on each line, or the years of none with --from and --until.");

        var first = from ?? all.Min(h => h.Date.Year);
        var last = until is null && all.Max(h => h.Date.Year) is var end && end < first
            ? throw StopException.Usage("--from", $"`{first}`", $"a year up to {end}, the last of {path}, or --until with it")
            : Last(first, until ?? all.Max(h => h.Date.Year));
        return (first, last, [.. all.Where(h => h.Date.Year >= first && h.Date.Year <= last)]);
    }

    private static string? Name(string option, string? name) => name is null || (!string.IsNullOrWhiteSpace(name) && name.Trim().Length == name.Length)
        ? name
        : throw StopException.Usage(option, Shown.Value(name), "a name without blanks around it");

    private static int Last(int first, int last) =>
        last >= first ? last : throw StopException.Usage("--until", $"`{last}`", $"a year from {first} on");

    private static int? Year(string option, string? word) => word is null ? null
        : Words.Count(option, word) is >= 1900 and <= 2199 and var year ? year
        : throw StopException.Usage(option, Shown.Value(word), "a year from 1900 to 2199");
}
