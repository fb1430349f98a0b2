using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules.Cli.Input;

/// <summary>Reads a file of records, each an object on a line of its own; blank lines are passed over.</summary>
internal static class RecordLines
{
    private const string Allowed = "a record on one line, as `accountrules assess --format records` writes it";
    private const string Missing = "including: ";

    private static readonly JsonSerializerOptions Strictly = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    /// <summary>The lines of a file with their records, or with what is wrong with them.</summary>
    /// <param name="path">The file.</param>
    public static IEnumerable<(long Line, AssessmentRecord? Record, string Problem)> Read(string path)
    {
        using var lines = new StreamReader(path);
        for (var line = 1L; lines.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;

            var record = Record(text, out var problem);
            yield return (line, record, problem);
        }
    }

    private static AssessmentRecord? Record(string text, out string problem)
    {
        problem = $"found {Shown.Value(text)}; allowed: {Allowed}.";
        try
        {
            return JsonSerializer.Deserialize<AssessmentRecord>(text, Strictly);
        }
        catch (JsonException e)
        {
            if (e.Message.Split(Missing, 2) is [_, var names])
                problem = $"{names.Split('.')[0].Replace('\'', '`')}: found nothing; allowed: {Allowed}, with all that each record has.";
            else if (e.Path is { Length: > 2 } place && place.StartsWith("$.", StringComparison.Ordinal))
                problem = $"{place[2..]}: is no field of a record, or holds what such a field does not; allowed: {Allowed}.";

            return null;
        }
    }
}
