using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AccountRules.Wording;

/// <summary>A file with the messages of a language, and those of the package.</summary>
internal static partial class MessageFile
{
    /// <summary>All messages, in English.</summary>
    public static IReadOnlyList<string> Messages => Own.Messages;

    /// <summary>A language that comes with the package.</summary>
    public static Language OfPackage(string tag) => Read(Text(tag));

    public static Language Read(string json)
    {
        try
        {
            return Of(json);
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException($"The language cannot be used: a text in it has half a character, such as \\ud800 ({e.Message})", e);
        }
    }

    /// <summary>Whether a format has the three parts of a date.</summary>
    public static bool IsDate(string format) => Places(format).SetEquals(["{0}", "{1}", "{2}"]);

    /// <summary>Whether the digits before and after it can be told apart: without one 0.5 would read 05.</summary>
    public static bool IsSeparator(string? separator) =>
        !string.IsNullOrWhiteSpace(separator) && !separator.Any(c => char.IsAsciiDigit(c) || c == '-');

    private static Language Of(string json)
    {
        using var document = Parse(json);
        List<string> problems = [];
        var messages = new Dictionary<string, string>(StringComparer.Ordinal);
        var (language, date, separator) = (default(string), "{0}-{1}-{2}", ".");
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw Unusable(["it is no object; a language is { \"language\": …, \"messages\": { … } }"]);

        HashSet<string> names = [];
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (!names.Add(property.Name))
                problems.Add($"`{property.Name}` is there twice");
            else if (property.NameEquals("messages") && property.Value.ValueKind == JsonValueKind.Object)
                Take(property.Value, messages, problems);
            else if (property.NameEquals("messages"))
                problems.Add("`messages` is no object of messages and their translations");
            else if (property.Value.ValueKind != JsonValueKind.String)
                problems.Add($"`{property.Name}` is no text");
            else if (property.NameEquals("language"))
                language = property.Value.GetString();
            else if (property.NameEquals("date"))
                date = property.Value.GetString()!;
            else if (property.NameEquals("decimal"))
                separator = property.Value.GetString()!;
            else
                problems.Add($"`{property.Name}` is not known: there are language, date, decimal and messages");
        }

        if (string.IsNullOrWhiteSpace(language))
            problems.Add("`language` is missing: give its tag, such as \"fr\"");

        if (!IsSeparator(separator))
            problems.Add($"`decimal` is \"{separator}\", and is what stands between the digits of a number, such as \",\"");

        if (!IsDate(date))
            problems.Add($"`date` is \"{date}\", and needs {{0}} for the year, {{1}} for the month and {{2}} for the day");

        return problems.Count > 0 ? throw Unusable(problems)
            : new(language!, messages.ToFrozenDictionary(StringComparer.Ordinal).GetValueOrDefault) { DateFormat = date, DecimalSeparator = separator };
    }

    private static void Take(JsonElement translations, Dictionary<string, string> messages, List<string> problems)
    {
        foreach (var translation in translations.EnumerateObject())
        {
            if (translation.Value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(translation.Value.GetString()))
                problems.Add($"\"{translation.Name}\" has no translation that is a text: leave it out, or translate it");
            else if (!messages.TryAdd(translation.Name, translation.Value.GetString()!))
                problems.Add($"\"{translation.Name}\" is there twice");
            else if (!Places(translation.Name).SetEquals(Places(messages[translation.Name])))
                problems.Add($"\"{translation.Name}\" has the places {Named(translation.Name)}, and its translation {Named(messages[translation.Name])}");
            else if (!AreAlike(Parts(translation.Name), Parts(messages[translation.Name])))
                problems.Add($"\"{translation.Name}\" has parts in brackets, left out where a place is empty, and its translation has others");
        }
    }

    /// <summary>The places of a message, such as <c>{0}</c> and <c>{value}</c>.</summary>
    public static HashSet<string> Places(string message) => [.. Place().Matches(message).Select(match => match.Value)];

    /// <summary>The places of each part in brackets, in any order of the parts; none where the message has no such part.</summary>
    private static List<string> Parts(string message) =>
        [.. Part().Matches(message).Select(part => string.Concat(Places(part.Value).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    private static bool AreAlike(List<string> message, List<string> translation) =>
        message.Count == 0 || message.SequenceEqual(translation, StringComparer.Ordinal);

    private static string Named(string message) => Places(message) is { Count: > 0 } places ? string.Join(", ", places) : "none";

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The language cannot be used: it is no JSON ({e.Message})", e);
        }
    }

    private static FormatException Unusable(IEnumerable<string> problems) =>
        new($"The language cannot be used:{string.Concat(problems.Select(problem => $"{Environment.NewLine}  {Visible.Text(problem)}"))}");

    private static string Text(string tag)
    {
        using var stream = typeof(MessageFile).Assembly.GetManifestResourceStream($"AccountRules.Languages.{tag}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();

    private static class Own
    {
        public static readonly IReadOnlyList<string> Messages = Read();

        private static IReadOnlyList<string> Read()
        {
            using var document = JsonDocument.Parse(Text("en"));
            return [.. document.RootElement.GetProperty("messages").EnumerateObject().Select(message => message.Name)];
        }
    }
}
