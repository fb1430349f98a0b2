using System.Globalization;
using System.Text;

namespace AccountRules.Cli.Input;

/// <summary>
/// Holidays from a file of text: on each line a date, and after a comma, a semicolon or a blank whatever it is called. All that is wrong is told.
/// </summary>
internal static class HolidayFile
{
    /// <summary>The dates, each with what the line calls it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StopException">It cannot be read, or a line does not begin with a date.</exception>
    public static IReadOnlyList<(DateOnly Date, string Name)> Read(string path)
    {
        var (found, problems) = (new List<(DateOnly Date, string Name)>(), new List<string>());
        var number = 0;
        foreach (var line in Lines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
                continue;

            var text = line.TrimEnd();
            var end = text.IndexOfAny([',', ';', ' ', '\t']);
            var (day, name) = end < 0 ? (text, "") : (text[..end], text[(end + 1)..].Trim());
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                problems.Add(string.Create(
                    CultureInfo.InvariantCulture, $"{path}, line {number}: found {Shown.Value(day)}; allowed: a date as yyyy-MM-dd, and after it its name."));
            }
            else
            {
                found.Add((date, name));
            }
        }

        return problems.Count > 0 ? throw new StopException(ExitCode.Failed, [.. problems]) : found;
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new StopException(ExitCode.Failed, $"{path}: cannot be read: {e.Message}");
        }
    }
}
