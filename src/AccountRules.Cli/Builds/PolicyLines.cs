using System.Globalization;
using System.Text.Json;
using AccountRules.Documents;

namespace AccountRules.Cli.Builds;

/// <summary>On which lines of a policy document its terms stand: items of a list by their number, and by their name as the paths of terms have it.</summary>
internal sealed class PolicyLines
{
    private readonly LineMap lines = new();
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);
    private readonly byte[] document;

    private PolicyLines(byte[] document) => this.document = document;

    /// <summary>The lines of a document that can be used.</summary>
    /// <param name="path">The file.</param>
    public static PolicyLines Of(string path)
    {
        var all = new PolicyLines(Bytes(path) is var bytes && bytes is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : bytes);
        try
        {
            var reader = new Utf8JsonReader(all.document, new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = int.MaxValue });
            reader.Read();
            all.Take(ref reader, "$");
        }
        catch (JsonException)
        {
            // It can be used, in another encoding than UTF-8 or out of a pipe, and its lines are not known.
        }

        return all;
    }

    /// <summary>The line of a term, or of what is around it where it is left out; <c>null</c> where none is known.</summary>
    /// <param name="term">The term's path, such as <c>performancePay.bands[Full].above</c>, with or without <c>$.</c> before it.</param>
    public int? LineOf(string term)
    {
        var path = term.StartsWith("$.", StringComparison.Ordinal) ? term : $"$.{term}";
        foreach (var (name, number) in named)
        {
            if (path.StartsWith(name, StringComparison.Ordinal))
                path = number + path[name.Length..];
        }

        return lines.LineOf(document, path);
    }

    /// <summary>What the file holds; nothing where it is a pipe, which has been read, or has gone meanwhile.</summary>
    private static byte[] Bytes(string path)
    {
        try
        {
            return new FileInfo(path).Length > 0 ? File.ReadAllBytes(path) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Take(ref Utf8JsonReader reader, string path)
    {
        lines.Record(path, reader.TokenStartIndex);
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString();
                reader.Read();
                if (name == "name" && reader.TokenType == JsonTokenType.String && path.EndsWith(']'))
                    named.TryAdd($"{path[..path.LastIndexOf('[')]}[{reader.GetString()}]", path);

                Take(ref reader, $"{path}.{name}");
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                Take(ref reader, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
        }
    }
}
