using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;

namespace AccountRules.Cli.Output;

/// <summary>Writes a calendar of working days.</summary>
internal static class HolidayOutput
{
    /// <summary>As a policy document has it: a date on each line, and what it is called in a comment.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="names">What its holidays are called, where that is known.</param>
    /// <param name="output">Takes it.</param>
    public static void WriteJson(WorkingCalendar calendar, ILookup<DateOnly, string> names, TextWriter output)
    {
        output.WriteLine("{");
        output.WriteLine($"  \"name\": {Text(calendar.Name)},");
        if (calendar.Version is { } version)
            output.WriteLine($"  \"version\": {Text(version)},");

        output.WriteLine($"  \"from\": \"{Day(calendar.From)}\",");
        output.WriteLine($"  \"until\": \"{Day(calendar.Until)}\",");
        output.WriteLine("  \"holidays\": [");
        for (var i = 0; i < calendar.Holidays.Count; i++)
        {
            var date = calendar.Holidays[i];
            var called = string.Join(", ", names[date].Where(name => name.Length > 0).Distinct(StringComparer.Ordinal));
            output.WriteLine($"    \"{Day(date)}\"{(i + 1 < calendar.Holidays.Count ? "," : "")}{(called.Length > 0 ? $" // {Visible.Text(called)}" : "")}");
        }

        output.WriteLine("  ]");
        output.WriteLine("}");
    }

    /// <summary>As the table by which a database counts working days.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="output">Takes it.</param>
    public static void WriteTable(WorkingCalendar calendar, Stream output)
    {
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteField(nameof(CalendarDay.Calendar));
        csv.WriteField(nameof(CalendarDay.Date));
        csv.WriteField(nameof(CalendarDay.Number));
        csv.EndRecord();
        foreach (var day in calendar.Days())
        {
            csv.WriteField(day.Calendar);
            csv.WriteField(day.Date, "O", CultureInfo.InvariantCulture);
            csv.WriteField(day.Number, default, CultureInfo.InvariantCulture);
            csv.EndRecord();
        }
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
