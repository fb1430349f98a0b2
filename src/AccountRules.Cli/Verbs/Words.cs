using System.Globalization;

namespace AccountRules.Cli.Verbs;

/// <summary>Reads the values of options; what cannot be read ends the run with what is allowed.</summary>
internal static class Words
{
    /// <summary>One of a few words, in any case; where two differ in nothing else, the one that was typed.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="word">What was typed.</param>
    /// <param name="allowed">The words.</param>
    /// <exception cref="StopException">It is none of them.</exception>
    public static string OneOf(string option, string word, IEnumerable<string> allowed) =>
        allowed.FirstOrDefault(a => a.Equals(word, StringComparison.Ordinal)) ?? allowed.FirstOrDefault(a => a.Equals(word, StringComparison.OrdinalIgnoreCase))
        ?? throw StopException.Usage(option, Input.Shown.Value(word), string.Join(", ", allowed));

    /// <summary>Several standings.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="words">What was typed.</param>
    /// <exception cref="StopException">One is no standing.</exception>
    public static IReadOnlySet<Standing> Standings(string option, IEnumerable<string>? words) =>
        (words ?? []).Select(word => Enum.Parse<Standing>(OneOf(option, word, Enum.GetNames<Standing>()))).ToHashSet();

    /// <summary>Some of the names that there are, as these are written.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="words">What was typed.</param>
    /// <param name="names">The names; asked for where something was typed.</param>
    /// <exception cref="StopException">There is no such name.</exception>
    public static IReadOnlySet<string> Among(string option, IReadOnlyCollection<string>? words, IEnumerable<string> names)
    {
        if (words is null or { Count: 0 })
            return new HashSet<string>(StringComparer.Ordinal);

        string[] all = [.. names.Distinct(StringComparer.Ordinal)];
        return words.Select(word => OneOf(option, word, all)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A day.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="word">What was typed.</param>
    /// <exception cref="StopException">It is no day.</exception>
    public static DateOnly Date(string option, string word) =>
        DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw StopException.Usage(option, Input.Shown.Value(word), "a date as yyyy-MM-dd, such as 2026-05-31");

    /// <summary>A period.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="word">What was typed.</param>
    /// <exception cref="StopException">It is no period.</exception>
    public static Period Period(string option, string word) =>
        AccountRules.Period.TryParse(word, CultureInfo.InvariantCulture, out var period)
            ? period
            : throw StopException.Usage(option, Input.Shown.Value(word), Input.Values.Periods);

    /// <summary>A currency, or nothing for amounts that name none.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="word">What was typed, if anything.</param>
    /// <exception cref="StopException">It is none.</exception>
    public static string? Currency(string option, string? word) => word is null or "" || (word.Length == 3 && word.All(char.IsAsciiLetterUpper))
        ? word
        : throw StopException.Usage(option, Input.Shown.Value(word),
            "a currency by its three capital letters, such as EUR, or an empty text for amounts that name none");

    /// <summary>Whether CSV is for a spreadsheet.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="isGiven">Whether it was typed.</param>
    /// <param name="format">The format of the output.</param>
    /// <exception cref="StopException">The output is no CSV.</exception>
    public static bool Excel(string option, bool isGiven, string format) =>
        isGiven && format != "csv" ? throw StopException.Usage(option, $"`--format {format}`", "--format csv") : isGiven;

    /// <summary>The path of a file.</summary>
    /// <param name="option">The option or argument, as it is typed or called.</param>
    /// <param name="word">What was typed.</param>
    /// <param name="allowed">What file it is.</param>
    /// <exception cref="StopException">It cannot be a path.</exception>
    public static string Path(string option, string word, string allowed) =>
        string.IsNullOrWhiteSpace(word) || word.Contains('\0', StringComparison.Ordinal)
            ? throw StopException.Usage(option, Input.Shown.Value(word), allowed)
            : word;

    /// <summary>A count, 0 or more.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="word">What was typed.</param>
    /// <exception cref="StopException">It is no count.</exception>
    public static int Count(string option, string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw StopException.Usage(option, Input.Shown.Value(word), "a whole number, 0 or more");

    /// <summary>A month of a year; January where none was typed.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="word">What was typed, if anything.</param>
    /// <exception cref="StopException">There is no such month.</exception>
    public static int Month(string option, string? word) => word is null ? 1
        : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            ? month
            : throw StopException.Usage(option, Input.Shown.Value(word), "a month from 1 to 12");

    /// <summary>A number.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="word">What was typed.</param>
    /// <exception cref="StopException">It is no number.</exception>
    public static decimal Number(string option, string word) =>
        decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw StopException.Usage(option, Input.Shown.Value(word), "a number such as 0.85");

    /// <summary>A number from 0 up.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="word">What was typed.</param>
    /// <exception cref="StopException">It is none.</exception>
    public static decimal Distance(string option, string word) =>
        Number(option, word) is >= 0 and var distance ? distance : throw StopException.Usage(option, Input.Shown.Value(word), "a number, 0 or more");

    /// <summary>A share, as a percentage or a ratio.</summary>
    /// <param name="option">The option, as it is typed.</param>
    /// <param name="word">What was typed.</param>
    /// <exception cref="StopException">It is none.</exception>
    public static decimal Share(string option, string word)
    {
        var isPercent = word.EndsWith('%');
        return decimal.TryParse(isPercent ? word[..^1].TrimEnd() : word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && (isPercent ? number / 100 : number) is <= 1 and var share
            ? share
            : throw StopException.Usage(option, Input.Shown.Value(word), "a share such as 80% or 0.8, at most all");
    }
}
