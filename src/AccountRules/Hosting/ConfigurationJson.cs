using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace AccountRules.Hosting;

/// <summary>A configuration section as JSON in which every value is a text, so that it is read by the same reader as a policy document.</summary>
internal static class ConfigurationJson
{
    public static byte[] Write(IConfigurationSection section)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, section);

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, IConfigurationSection section)
    {
        var children = section.GetChildren().ToArray();
        if (children.Length == 0)
        {
            writer.WriteStringValue(section.Value);
        }
        else if (Array.TrueForAll(children, c => int.TryParse(c.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            writer.WriteStartArray();
            foreach (var child in children)
                Write(writer, child);

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStartObject();
            foreach (var child in children)
            {
                writer.WritePropertyName(child.Key);
                Write(writer, child);
            }

            writer.WriteEndObject();
        }
    }
}
