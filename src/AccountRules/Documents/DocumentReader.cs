using System.Text;
using System.Text.Json;

namespace AccountRules.Documents;

/// <summary>
/// Reads a document by the tables of its terms: what fits is kept, what does not is a problem with its path and line, and the term has its default.
/// So one pass finds all problems, and what remains can be checked further.
/// </summary>
/// <param name="rules">The rules whose terms a document may hold.</param>
/// <param name="isConfiguration">Whether the document comes from configuration, where every value is a text and names have any case.</param>
internal sealed class DocumentReader(RuleCatalogue rules, bool isConfiguration)
{
    private readonly LineMap lines = new();
    private readonly HashSet<string> failed = new(StringComparer.Ordinal);
    private readonly StringComparison comparison = isConfiguration ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public List<PolicyProblem> Problems { get; } = [];

    /// <summary>The terms of all that could be read.</summary>
    public PolicyTerms Read(ReadOnlySpan<byte> document)
    {
        try
        {
            var reader = new Utf8JsonReader(document, new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = int.MaxValue });
            reader.Read();
            lines.Record("$", reader.TokenStartIndex);
            var terms = ReadSection(ref reader, document, rules.Root, "$");
            if (terms is not null)
                reader.Read();

            return (PolicyTerms)(terms ?? rules.Root.Standard);
        }
        catch (JsonException e)
        {
            Problems.Add(NotJson(e));
            return (PolicyTerms)rules.Root.Standard;
        }
    }

    /// <summary>Adds the problems of the terms themselves, unless they follow from what could not be read.</summary>
    public void Check(PolicyTerms terms, ReadOnlySpan<byte> document)
    {
        foreach (var problem in TermCheck.Problems(terms).Found)
            Add(problem, document);
    }

    private void Add(TermProblem problem, ReadOnlySpan<byte> document)
    {
        var path = $"$.{problem.Path}";
        if (!failed.Any(f => path.StartsWith(f, StringComparison.Ordinal)) && (problem.DependsOn is null || !failed.Contains($"$.{problem.DependsOn}")))
            Problems.Add(new(path, lines.LineOf(document, path), problem.Found, problem.Allowed));
    }

    /// <summary>
    /// The record of an object's terms, with the standard ones for those left out; <c>null</c> where there is no object. Leaves the reader at the value's last
    /// token, as all of these do.
    /// </summary>
    private object? ReadSection(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, TermSection section, string path)
    {
        var isEmpty = isConfiguration && (reader.TokenType == JsonTokenType.Null || IsEmptyText(ref reader));
        if (reader.TokenType != JsonTokenType.StartObject && !isEmpty)
            return Fail(ref reader, document, path, "an object");

        var (terms, values) = (section.Terms, section.ValuesOf(section.Standard));
        var seen = new bool[values.Length];
        while (!isEmpty && reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (name, at) = (TermValue.TextOf(ref reader), reader.TokenStartIndex);
            var index = name is null ? -1 : Term.IndexOf(terms, name, comparison);
            reader.Read();
            if (index < 0 || seen[index])
            {
                FailProperty(name, terms, path, LineMap.LineAt(document, at));
                reader.Skip();
                continue;
            }

            seen[index] = true;
            var here = $"{path}.{terms[index].Name}";
            lines.Record(here, reader.TokenStartIndex);
            if (reader.TokenType != JsonTokenType.Null || !terms[index].IsOptional)
                values[index] = Read(ref reader, document, terms[index], here) ?? values[index];
        }

        for (var i = 0; i < seen.Length; i++)
        {
            if (!seen[i] && terms[i].IsRequired)
                FailMissing(terms[i], path, lines.LineOf(document, path));
        }

        return section.With(values);
    }

    private object? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, Term term, string path) =>
        term.IsList ? ReadList(ref reader, document, term, path) : ReadItem(ref reader, document, term, path);

    private object? ReadItem(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, Term term, string path) => term.Section is { } section
        ? ReadSection(ref reader, document, section, path)
        : TermValue.Read(ref reader, term, isConfiguration) ?? Fail(ref reader, document, path, TermWords.Allowed(term));

    private List<object>? ReadList(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, Term term, string path)
    {
        if (isConfiguration && IsEmptyText(ref reader))
            return [];

        if (reader.TokenType != JsonTokenType.StartArray)
            return (List<object>?)Fail(ref reader, document, path, "an array");

        var (items, isWhole) = (new List<object>(), true);
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            var here = $"{path}[{i}]";
            lines.Record(here, reader.TokenStartIndex);
            var item = ReadItem(ref reader, document, term, here) ?? term.Section?.Standard;
            isWhole &= item is not null;
            if (item is not null)
                items.Add(item);
        }

        if (isWhole)
            return items;

        failed.Add(path);
        return null;
    }

    /// <summary>What configuration makes of an empty list.</summary>
    private static bool IsEmptyText(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty;

    private object? Fail(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, string path, string allowed)
    {
        var (line, start) = (LineMap.LineAt(document, reader.TokenStartIndex), (int)reader.TokenStartIndex);
        reader.Skip();
        var found = Shortened(Encoding.UTF8.GetString(document[start..(int)reader.BytesConsumed]));
        Problems.Add(new(path, line, found == "null" ? "null" : $"`{found}`", allowed));
        failed.Add(path);
        return null;
    }

    /// <summary>A property that is unknown, or was there before.</summary>
    private void FailProperty(string? name, IReadOnlyList<Term> terms, string path, int line)
    {
        if (name is not null && Term.IndexOf(terms, name, comparison) is var index and >= 0)
        {
            Problems.Add(new($"{path}.{terms[index].Name}", line, "the property a second time", "each property once"));
        }
        else if (path != "$" || name != "$schema")
        {
            Problems.Add(new(
                $"{path}.{(name is null ? "" : Shortened(name))}",
                line,
                $"an unknown property `{Shortened(name)}`",
                $"one of {string.Join(", ", terms.Select(t => t.Name))}"));
        }
    }

    private static PolicyProblem NotJson(JsonException e) =>
        new(
            "$",
            (int)(e.LineNumber ?? 0) + 1,
            $"text that is not JSON at column {(e.BytePositionInLine ?? 0) + 1} ({FirstSentence(e.Message)})",
            "one JSON object");

    private void FailMissing(Term term, string path, int? line)
    {
        Problems.Add(new($"{path}.{term.Name}", line, "nothing", TermWords.Allowed(term)));
        failed.Add($"{path}.{term.Name}");
    }

    private static string Shortened(string? text)
    {
        var line = string.Join(' ', (text ?? "text that is not Unicode").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 40 ? line : line[..40] + "…";
    }

    private static string FirstSentence(string message) => message.Split(". ", 2)[0].TrimEnd('.');
}
