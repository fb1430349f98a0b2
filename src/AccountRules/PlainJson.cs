using System.Text.Json;

namespace AccountRules;

/// <summary>What is live or large is written in JSON in a plain form, where it comes there by mistake or for a log, and is not read again.</summary>
internal static class PlainJson
{
    /// <summary>The properties of an object, under their names as the host's options have them.</summary>
    public static void Write(Utf8JsonWriter writer, JsonSerializerOptions options, params ReadOnlySpan<(string Name, string? Value)> properties)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in properties)
            writer.WriteString(Named(name, options), value);

        writer.WriteEndObject();
    }

    public static string Named(string name, JsonSerializerOptions options) => options.PropertyNamingPolicy?.ConvertName(name) ?? name;
}
