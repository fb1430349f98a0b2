using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// A <see cref="StandingChange"/> in JSON, where it comes there by mistake: as its <see cref="StandingChangeRecord"/>, which is what an API gives. It is
/// not read; the record is. <see cref="StandingChange"/> names this converter, so that serializers find it. Safe for use by many threads.
/// </summary>
public sealed class StandingChangeJsonConverter : JsonConverter<StandingChange>
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override StandingChange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw PlainJson.NotRead("A change");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StandingChange value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToRecord(), options);
}
