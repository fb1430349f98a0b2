using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A <see cref="RecordedFact"/> in JSON: the fact's own object. <see cref="RecordedFact"/> names this converter, so that serializers find it. Safe for use by
/// many threads.
/// </summary>
public sealed class RecordedFactJsonConverter : JsonConverter<RecordedFact>
{
    /// <inheritdoc/>
    public override RecordedFact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A fact is a JSON object; found {reader.TokenType}.");

        using var document = JsonDocument.ParseValue(ref reader);
        CanonicalJson.Of(document.RootElement);
        return new(document.RootElement.GetRawText());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RecordedFact value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
