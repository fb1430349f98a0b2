using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// An <see cref="Assessment"/> in JSON, where it comes there by mistake: as its <see cref="AssessmentRecord"/>, which is what an API gives. It is
/// not read; the record is. <see cref="Assessment"/> names this converter, so that serializers find it. Safe for use by many threads.
/// </summary>
public sealed class AssessmentJsonConverter : JsonConverter<Assessment>
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Assessment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw PlainJson.NotRead("An assessment");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Assessment value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToRecord(), options);
}
