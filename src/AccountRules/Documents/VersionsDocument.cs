using System.Text.Json;

namespace AccountRules.Documents;

/// <summary>A document with several versions of a policy: an object whose one property <c>versions</c> is an array of policy documents.</summary>
internal static class VersionsDocument
{
    public const string Versions = "versions";

    /// <summary>The versions that can be used; <c>null</c> where the document is that of a single policy, or no JSON.</summary>
    /// <param name="document">The document.</param>
    /// <param name="rules">The rules whose terms it may hold.</param>
    /// <param name="file">The file's name, for its problems; <c>null</c> where there is but one.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<PolicyVersionSource>? Read(ReadOnlySpan<byte> document, RuleCatalogue rules, string? file, List<PolicyProblem> problems)
    {
        document = PolicyDocument.WithoutMark(document);
        var (isHistory, before) = (false, problems.Count);
        try
        {
            isHistory = HasVersions(document);
            return isHistory ? All(document, rules, file, problems) : null;
        }
        catch (JsonException e)
        {
            // Whoever reads it as a single policy says where it goes wrong.
            if (!isHistory)
                return null;

            problems.RemoveRange(before, problems.Count - before);
            problems.Add(
                new("$", (int?)e.LineNumber + 1, "no JSON from there on", "one object in JSON: an array `versions` of policy documents") { File = file });
            return [];
        }
    }

    private static Utf8JsonReader Reader(ReadOnlySpan<byte> document) =>
        new(document, new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = int.MaxValue });

    private static bool HasVersions(ReadOnlySpan<byte> document)
    {
        var reader = Reader(document);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (string.Equals(TermValue.TextOf(ref reader), Versions, StringComparison.Ordinal))
                return true;

            reader.Skip();
        }

        return false;
    }

    private static List<PolicyVersionSource> All(ReadOnlySpan<byte> document, RuleCatalogue rules, string? file, List<PolicyProblem> problems)
    {
        var (found, isThere) = (new List<PolicyVersionSource>(), false);
        var reader = Reader(document);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, line) = (TermValue.TextOf(ref reader), LineMap.LineAt(document, reader.TokenStartIndex));
            var isVersions = string.Equals(name, Versions, StringComparison.Ordinal);
            reader.Read();
            if (name == "$schema")
            {
                reader.Skip();
                continue;
            }

            if (!isVersions || isThere || reader.TokenType != JsonTokenType.StartArray)
            {
                Add($"$.{name}", line, isVersions && isThere ? "it again" : isVersions ? "no array" : "it beside `versions`", isVersions && !isThere
                    ? "an array of policy documents, one for each version"
                    : "`versions` alone: each version is a whole policy document");
                reader.Skip();
                continue;
            }

            isThere = true;
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                var (start, path) = ((int)reader.TokenStartIndex, $"$.versions[{i}]");
                reader.Skip();
                var before = LineMap.LineAt(document, start) - 1;
                if (PolicyDocument.Read(document[start..(int)reader.BytesConsumed], out var own, rules) is { } policy)
                    found.Add(new(policy, file is null ? path : $"{file} at {path}"));
                else
                    problems.AddRange(own.Select(p => p with { File = file, Path = path + p.Path[1..], Line = p.Line + before }));
            }
        }

        // What follows the document is none of it.
        reader.Read();
        return found;

        void Add(string path, int line, string what, string allowed) =>
            problems.Add(new(Visible.Text(path), line, what, allowed) { File = file });
    }
}
