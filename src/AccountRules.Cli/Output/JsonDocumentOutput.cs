using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules.Cli.Output;

/// <summary>Writes a document in JSON that is more than rows: objects within objects, indented. What is <c>null</c> is left out.</summary>
internal static class JsonDocumentOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new TextConverter() },
    };

    /// <summary>Writes a document.</summary>
    /// <param name="output">Takes the JSON.</param>
    /// <param name="document">What it says: objects whose properties are named as in the document.</param>
    public static void Write<T>(Stream output, T document)
    {
        JsonSerializer.Serialize(output, document, Options);
        output.Write("\n"u8);
        output.Flush();
    }

    /// <summary>The fields of a row that have values, as an object.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="row">The row.</param>
    public static IReadOnlyDictionary<string, object> Of<T>(Fields<T> fields, T row) => fields.All
        .Select(field => (field.Name, Value: ValueOf(field.Of(row)))).Where(field => field.Value is not null)
        .ToDictionary(field => field.Name, field => field.Value!, StringComparer.Ordinal);

    /// <summary>How many there are of each standing, as an object.</summary>
    /// <param name="counts">The counts.</param>
    public static IReadOnlyDictionary<string, long> Of(StandingCounts counts) =>
        counts.ToDictionary(count => count.Standing.ToString(), count => count.Count, StringComparer.Ordinal);

    private static object? ValueOf(FieldValue value) => value.Kind switch
    {
        FieldKind.Number => value.Number,
        FieldKind.Flag => value.Number != 0,
        FieldKind.Date => value.Date,
        _ => value.Text,
    };

    private sealed class TextConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteText(value);
    }
}
