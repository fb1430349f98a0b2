using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// A <see cref="Period"/> in JSON: the text that data has, such as <c>"2026-05"</c>, as a value and as the key of a dictionary. <c>default(Period)</c> is not
/// written, and nothing but a period is read: a <see cref="JsonException"/> says so. <see cref="Period"/> names this converter, so that serializers find it.
/// Safe for use by many threads.
/// </summary>
public sealed class PeriodJsonConverter : JsonConverter<Period>
{
    /// <inheritdoc/>
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Parsed(ref reader)
            : throw new JsonException($"A period is a text such as \"2026-05\"; found {reader.TokenType}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Written(value));
    }

    /// <inheritdoc/>
    public override Period ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parsed(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Period value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(Written(value));
    }

    private static Period Parsed(ref Utf8JsonReader reader) =>
        Period.TryParse(reader.GetString(), provider: null, out var period)
            ? period
            : throw new JsonException($"A period is written in a text: {Period.Allowed}.");

    private static string Written(Period period) =>
        period == default
            ? throw new JsonException("default(Period) is no period: a fact of a period needs one, such as Period.Month(2026, 5).")
            : period.ToString();
}
