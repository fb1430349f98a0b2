using System.Globalization;
using System.Text;

namespace AccountRules.Cli.Tests;

/// <summary>Reads an iCalendar file by the letter of RFC 5545, apart from what writes it.</summary>
internal sealed class CalendarFile
{
    public CalendarFile(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        Assert.Equal(text.Count(c => c == '\r'), text.Split("\r\n").Length - 1);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        Components = [.. lines.Where(l => l.StartsWith("BEGIN:", StringComparison.Ordinal)).Select(l => l[6..])];
        Dictionary<string, string>? current = null;
        foreach (var line in lines)
        {
            if (line == "BEGIN:VEVENT")
                current = [];
            else if (line == "END:VEVENT")
                Events.Add(current!);
            else if (current is not null)
                current.Add(line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        }
    }

    public IReadOnlyList<string> Components { get; }

    public List<Dictionary<string, string>> Events { get; } = [];

    /// <summary>An event's day, which is a DATE.</summary>
    public static DateOnly Day(Dictionary<string, string> e) => DateOnly.ParseExact(e["DTSTART;VALUE=DATE"], "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>A TEXT without its escapes.</summary>
    public static string Text(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\')
            {
                Assert.False(value[i] is ';' or ',' || char.IsControl(value[i]) && value[i] != '\t', $"{value} holds an unescaped `{value[i]}`.");
                text.Append(value[i]);
                continue;
            }

            i++;
            Assert.Contains(value[i], "\\;,nN");
            text.Append(value[i] is 'n' or 'N' ? '\n' : value[i]);
        }

        return text.ToString();
    }
}
