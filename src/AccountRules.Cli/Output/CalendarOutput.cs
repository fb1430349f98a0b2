using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AccountRules.Cli.Output;

/// <summary>
/// Writes an agenda as a calendar of all-day events (RFC 5545): each on the last day on which something can be done, or on the day of the change where nothing
/// can. The same change has the same UID in every run, so that a calendar application updates it; there is no clock in it, it is stamped with the evaluation
/// date.
/// </summary>
internal sealed class CalendarOutput : RowWriter<AgendaEntry>
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    private readonly CalendarLines lines;
    private readonly string stamp;

    /// <summary>Begins the calendar.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="asOf">The evaluation date.</param>
    public CalendarOutput(Stream output, DateOnly asOf)
    {
        lines = new(output);
        stamp = Day(asOf) + "T000000Z";
        lines.Write("BEGIN:VCALENDAR");
        lines.Write("VERSION:2.0");
        lines.Write("PRODID:-//AccountRules//accountrules agenda//EN");
        lines.Write("CALSCALE:GREGORIAN");
    }

    /// <inheritdoc/>
    public override void Write(AgendaEntry item)
    {
        var uid = UidOf(item);
        var info = item.Rule.Info;
        lines.Write("BEGIN:VEVENT");
        lines.Write("UID:" + uid);
        lines.Write("DTSTAMP:" + stamp);
        lines.Write("DTSTART;VALUE=DATE:" + Day(item.ActBy ?? item.On));
        lines.WriteText("SUMMARY", item.Summary);
        lines.WriteText(
            "DESCRIPTION",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{info.Title}: {NameOf(item, item.Before)} until {item.On.AddDays(-1):yyyy-MM-dd}, {NameOf(item, item.After)} from {item.On:yyyy-MM-dd} on."),
            info.Says ?? "", $"{info.Citation}; policy version {info.PolicyVersion}");
        lines.Write($"CATEGORIES:{info.Id},{item.To}");
        lines.Write("TRANSP:TRANSPARENT");
        lines.Write("END:VEVENT");
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        if (seen.Count == 0)
            WriteTimeZone();

        lines.Write("END:VCALENDAR");
        lines.Flush();
    }

    /// <inheritdoc/>
    public override void Dispose() => lines.Dispose();

    /// <summary>
    /// What the entry is about, by what identifies its fact, and without its date: a term of the policy, or a mended date of the fact, may move it. Entries
    /// that are told apart by nothing are numbered in the order of the agenda.
    /// </summary>
    private string UidOf(AgendaEntry entry)
    {
        var begins = entry.After.Key.StartedOn?.ToString("O");
        var about = JsonSerializer.Serialize(
            new[] { entry.Rule.Id, entry.Subject, entry.Period?.ToString(), entry.Part, begins, NameOf(entry, entry.Before), NameOf(entry, entry.After) });
        var number = seen[about] = seen.GetValueOrDefault(about) + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{about}{number}")));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16)) + "@accountrules";
    }

    /// <summary>The standing, with the band where that alone is another, and until when it is waived where that is.</summary>
    private static string NameOf(AgendaEntry entry, Assessment assessment) => entry.Kind != ChangeKind.Moved ? assessment.Standing.ToString()
        : $"{assessment.Standing} {assessment.Band ?? assessment.Cause.ToString()}"
            + (entry.Before.Waiver != entry.After.Waiver && assessment.Waiver is { } waiver ? $" (waived until {waiver.Until:O})" : "");

    /// <summary>A calendar has at least one component; one without events has a time zone.</summary>
    private void WriteTimeZone()
    {
        foreach (var line in (string[])[
            "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD",
            "END:VTIMEZONE",
        ])
        {
            lines.Write(line);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
