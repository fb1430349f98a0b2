using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AccountRules;

/// <summary>
/// Facts as a record keeps them: flat, with what a file of facts could have as columns, so that an entity's way to others is not followed; enums by name.
/// </summary>
internal static class FactJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepColumns } },
    };

    /// <summary>The fact as text; <c>null</c> where it cannot be written, as where it lacks its period.</summary>
    public static string? Write(object fact, Type type)
    {
        try
        {
            return JsonSerializer.Serialize(fact, type, Options);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The fact again.</summary>
    /// <exception cref="JsonException">It is none of that type; the message says what it is then.</exception>
    public static object Read(string json, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type, Options) ?? throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            var place = e is JsonException { Path: { Length: > 2 } path } ? $", for what it says at {path[2..]}" : "";
            throw new JsonException($"a fact that is no {type.Name}{place}", e);
        }
    }

    private static void KeepColumns(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;

        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (!IsColumn(property.PropertyType) || (property.Set is null && property.AssociatedParameter is null))
                type.Properties.RemoveAt(i);
        }
    }

    private static bool IsColumn(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum || type.IsPrimitive || type == typeof(string) || type == typeof(decimal) || type == typeof(Pauses)
            || (type.IsValueType && string.Equals(type.Namespace, nameof(System), StringComparison.Ordinal)) || type == typeof(Period);
    }
}
