using System.Text.Json;
using AccountRules.Wording;

namespace AccountRules.Evidence;

/// <summary>Which fields of two records differ, by their JSON, so that no field of a record is forgotten here.</summary>
internal static class RecordComparison
{
    public static List<RecordDifference> Between(JsonElement recorded, JsonElement recomputed)
    {
        List<RecordDifference> found = [];
        foreach (var (field, value, other) in Pairs(recorded, recomputed))
            Compare(field, value, other, found);

        return found;
    }

    private static void Compare(string field, JsonElement? recorded, JsonElement? recomputed, List<RecordDifference> found)
    {
        if (recorded is { } a && recomputed is { } b && a.ValueKind == b.ValueKind && a.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            foreach (var (name, value, other) in Pairs(a, b))
                Compare($"{field}.{name}", value, other, found);
        }
        else if (TextOf(recorded) is var left && TextOf(recomputed) is var right && !string.Equals(left, right, StringComparison.Ordinal))
        {
            found.Add(new(field, left, right));
        }
    }

    /// <summary>The properties of two objects, or the entries of two lists, side by side.</summary>
    private static IEnumerable<(string Name, JsonElement? Recorded, JsonElement? Recomputed)> Pairs(JsonElement recorded, JsonElement recomputed)
    {
        var (left, right) = (ByName(recorded), ByName(recomputed));
        foreach (var name in left.Select(p => p.Key).Union(right.Select(p => p.Key), StringComparer.Ordinal))
        {
            for (var i = 0; i < Math.Max(left[name].Count(), right[name].Count()); i++)
                yield return (name, At(left[name], i), At(right[name], i));
        }
    }

    private static JsonElement? At(IEnumerable<JsonElement> values, int index) => values.Skip(index).Select(v => (JsonElement?)v).FirstOrDefault();

    private static ILookup<string, JsonElement> ByName(JsonElement whole) => Parts(whole).ToLookup(p => p.Name, p => p.Value, StringComparer.Ordinal);

    private static IEnumerable<(string Name, JsonElement Value)> Parts(JsonElement whole) => whole.ValueKind == JsonValueKind.Object
        ? whole.EnumerateObject().Select(p => (p.Name, p.Value))
        : whole.EnumerateArray().Select((item, i) => (NameOf(item) ?? $"{i}", item));

    /// <summary>What an entry of a list goes by: a name, or a standing.</summary>
    private static string? NameOf(JsonElement item) => item.ValueKind == JsonValueKind.Object && item.EnumerateObject().FirstOrDefault().Value is
    { ValueKind: JsonValueKind.String } name ? name.GetString() : null;

    /// <summary>A value in canonical JSON; what is <c>null</c> is not there.</summary>
    private static string? TextOf(JsonElement? value) => value is not { ValueKind: not JsonValueKind.Null } there ? null
        : there.ValueKind == JsonValueKind.String ? there.GetString()
        : CanonicalJson.Of(there);
}
