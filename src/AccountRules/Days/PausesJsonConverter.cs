using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// <see cref="Pauses"/> in JSON: the text that data has. <see cref="Pauses"/> names this converter, so that serializers find it. Safe for use by many threads.
/// </summary>
public sealed class PausesJsonConverter : JsonConverter<Pauses>
{
    /// <inheritdoc/>
    public override Pauses Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Pauses.TryParse(reader.GetString(), provider: null, out var pauses)
            ? pauses
            : throw new JsonException("Pauses are a text such as \"2026-03-02/2026-03-06 client on holiday; 2026-04-01/ waiting for papers\".");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Pauses value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }
}
