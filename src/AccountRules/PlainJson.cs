using System.Text.Json;

namespace AccountRules;

/// <summary>What is live or large is written in JSON in a plain form, where it comes there by mistake or for a log, and is not read again.</summary>
internal static class PlainJson
{
    public static NotSupportedException NotRead(string what) => new(
        $"{what} is not read from JSON, which has what it says and not what it is made of: read the record of an assessment, an agenda entry or a change, and "
        + "a policy from its document.");

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
