using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace AccountRules.Cli.Output;

/// <summary>
/// Writes an agenda as a calendar of all-day events (RFC 5545), event by event: each on the last day on which something can be done, or on the day of the
/// change where nothing can. The same change has the same UID in every run, so that a calendar application updates it; there is no clock in it, it is stamped
/// with the evaluation date.
/// </summary>
internal sealed class CalendarOutput : RowWriter<AgendaEntry>
{
    private const string End = "END:VCALENDAR";
    private readonly Dictionary<UInt128, int> seen = [];
    private readonly ComponentSerializer serializer = new();
    private readonly StreamWriter output;
    private readonly CalDateTime stamp;

    /// <summary>Begins the calendar.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="asOf">The evaluation date.</param>
    public CalendarOutput(Stream output, DateOnly asOf)
    {
        this.output = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);
        stamp = new(asOf, TimeOnly.MinValue, CalDateTime.UtcTzId);
        var empty = new Ical.Net.Calendar { ProductId = "-//AccountRules//accountrules agenda//EN", Scale = "GREGORIAN" };
        var frame = new CalendarSerializer().SerializeToString(empty)!;
        this.output.Write(frame[..frame.LastIndexOf(End, StringComparison.Ordinal)]);
    }

    /// <inheritdoc/>
    public override void Write(AgendaEntry item)
    {
        var info = item.Rule.Info;
        string[] description = [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{info.Title}: {NameOf(item, item.Before)} until {item.On.AddDays(-1):yyyy-MM-dd}, {NameOf(item, item.After)} from {item.On:yyyy-MM-dd} on."),
            info.Says ?? "", $"{info.Citation}; policy version {info.PolicyVersion}",
        ];
        Write(new CalendarEvent
        {
            Uid = UidOf(item),
            DtStamp = stamp,
            Start = new(item.ActBy ?? item.On),
            Summary = Visible.Text(item.Summary),
            Description = string.Join('\n', description.Select(Visible.Text)),
            Categories = { info.Id, item.To.ToString() },
            Transparency = TransparencyType.Transparent,
        });
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        // A calendar has at least one component.
        if (seen.Count == 0)
            Write(Utc());

        output.Write(End + "\r\n");
        output.Flush();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // What is not complete is not written out, and what it writes to stays open.
    }

    private void Write(ICalendarComponent component) => output.Write(serializer.SerializeToString(component));

    /// <summary>
    /// What the entry is about, by what identifies its fact, and without its date: a term of the policy, or a mended date of the fact, may move it. Entries
    /// that are told apart by nothing are numbered in the order of the agenda.
    /// </summary>
    private string UidOf(AgendaEntry entry)
    {
        var begins = entry.After.Key.StartedOn?.ToString("O");
        var about = JsonSerializer.Serialize(
            new[] { entry.Rule.Id, entry.Subject, entry.Period?.ToString(), entry.Part, begins, NameOf(entry, entry.Before), NameOf(entry, entry.After) });
        var number = ++CollectionsMarshal.GetValueRefOrAddDefault(seen, HashOf(about), out _);
        return string.Create(CultureInfo.InvariantCulture, $"{HashOf(string.Create(CultureInfo.InvariantCulture, $"{about}{number}")):x32}@accountrules");
    }

    private static UInt128 HashOf(string text) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The standing, with the band where that alone is another, and until when it is waived where that is.</summary>
    private static string NameOf(AgendaEntry entry, Assessment assessment) => entry.Kind != ChangeKind.Moved ? assessment.Standing.ToString()
        : $"{assessment.Standing} {assessment.Band ?? assessment.Cause.ToString()}"
            + (entry.Before.Waiver != entry.After.Waiver && assessment.Waiver is { } waiver ? $" (waived until {waiver.Until:O})" : "");

    private static VTimeZone Utc()
    {
        var zone = new VTimeZone("UTC");
        zone.Children.Add(new VTimeZoneInfo("STANDARD") { Start = new(1970, 1, 1, 0, 0, 0), OffsetFrom = new(TimeSpan.Zero), OffsetTo = new(TimeSpan.Zero) });
        return zone;
    }
}
