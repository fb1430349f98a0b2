using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AccountRules.Shared;

/// <summary>Records as somebody may have changed them by hand: each value of their JSON, down to those of the fact, by itself.</summary>
internal static class RecordChanges
{
    /// <summary>Every value changed by itself: the field of the record that it is in, its path, and the JSON.</summary>
    public static IEnumerable<(string Field, string Path, string Json)> Each(AssessmentRecord record)
    {
        var root = JsonNode.Parse(JsonSerializer.Serialize(record))!.AsObject();
        foreach (var name in root.Select(p => p.Key).ToArray())
        {
            foreach (var path in EachOf(root, name, Typed(name)))
                yield return (name, path, root.ToJsonString());
        }
    }

    /// <summary>Changes each value in a place, and puts it back: yields the path while it is changed.</summary>
    private static IEnumerable<string> EachOf(JsonNode owner, object place, JsonNode? typed)
    {
        var value = place is string name ? owner[name] : owner[(int)place];
        object[] places = value switch
        {
            JsonObject properties => [.. properties.Select(p => p.Key)],
            JsonArray items => [.. Enumerable.Range(0, items.Count).Cast<object>()],
            _ => [],
        };
        foreach (var inner in places)
        {
            foreach (var path in EachOf(value!, inner, typed: null))
                yield return $"{place}.{path}";
        }

        foreach (var other in places.Length > 0 ? [] : Others(value, typed))
        {
            Set(other);
            yield return $"{place}";
        }

        if (places.Length == 0)
            Set(value);

        void Set(JsonNode? node)
        {
            if (place is string property)
                owner[property] = node;
            else
                owner[(int)place] = node;
        }
    }

    /// <summary>A value of a field's type, for where it has none.</summary>
    private static JsonNode? Typed(string field)
    {
        var type = typeof(AssessmentRecord).GetProperty(field)!.PropertyType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? "x"
            : type == typeof(DateOnly) ? "2026-01-02"
            : type == typeof(Period) ? "2026-01"
            : type.IsEnum ? Enum.GetNames(type)[0]
            : type == typeof(Waiver) ? JsonSerializer.SerializeToNode(
                new Waiver { Rule = "r", Subject = "s", Reason = "x", ApprovedBy = "y", From = new(2026, 1, 1), Until = new(2026, 1, 2) })
            : type == typeof(RecordedFact) ? new JsonObject { ["OrderId"] = "x" }
            : type == typeof(IReadOnlyList<StandingCount>) ? new JsonArray(new JsonObject { ["Standing"] = "Met", ["Count"] = 1 })
            : type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? new JsonArray(new JsonObject { ["Name"] = "x", ["Value"] = "y" })
            : 1;
    }

    /// <summary>Other values: of a text one that may still be a date, a period or a name of an enumeration.</summary>
    private static IEnumerable<JsonNode?> Others(JsonNode? value, JsonNode? typed) => value switch
    {
        null or JsonArray => typed is not null ? [typed] : ["2026-01-02", 1],
        JsonValue when value.GetValueKind() == JsonValueKind.String => [Near((string)value!), null],
        JsonValue when value.GetValueKind() == JsonValueKind.Number => [(decimal)value / 2 + 1, (int)Math.Clamp((decimal)value, 0, 1000) + 1, null],
        _ => [value.GetValueKind() != JsonValueKind.True],
    };

    private static string Near(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", provider: null, DateTimeStyles.None, out var date)
            ? date.AddDays(date == DateOnly.MaxValue ? -1 : 1).ToString("yyyy-MM-dd", provider: null)
        : Period.TryParse(text, provider: null, out var period) ? $"{Period.Year(period.Start.Year == 9999 ? 1 : period.Start.Year + 1)}"
        : Enum.TryParse<Standing>(text, out var standing) ? $"{(standing == Standing.Met ? Standing.Missed : Standing.Met)}"
        : $"{text}x";
}
