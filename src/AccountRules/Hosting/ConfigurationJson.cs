using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace AccountRules.Hosting;

/// <summary>
/// A configuration section as JSON in which every value is a text, so that it is read by the same reader as a policy document. Configuration has no word for
/// what is empty: of <c>[]</c> an empty text is left, and of <c>{}</c> the same as of <c>null</c>; the reader knows which of them a term takes.
/// </summary>
internal static class ConfigurationJson
{
    public static byte[] Write(IConfigurationSection section, List<string> problems)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, section, problems);

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, IConfigurationSection section, List<string> problems)
    {
        var children = section.GetChildren().ToArray();
        if (children.Length == 0)
        {
            writer.WriteStringValue(section.Value);
            return;
        }

        var isList = Array.TrueForAll(children, c => int.TryParse(c.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        if (section.Value is { } value && (isList || value.Length > 0))
            problems.Add(Both(section.Path, value, children));

        if (isList)
        {
            writer.WriteStartArray();
            foreach (var child in children)
                Write(writer, child, problems);

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStartObject();
            foreach (var child in children)
            {
                writer.WritePropertyName(child.Key);
                Write(writer, child, problems);
            }

            writer.WriteEndObject();
        }
    }

    /// <summary>The sources of a configuration are laid over each other key by key: an empty list in one does not take away the items of another.</summary>
    private static string Both(string path, string value, IConfigurationSection[] children) =>
        $"{path}: found {(value.Length == 0 ? "an empty list" : $"the value `{value}`")} and, "
        + $"of another configuration source, {string.Join(", ", children.Take(5).Select(c => c.Path))}; "
        + "allowed: one of them, since sources are laid over each other key by key.";
}
