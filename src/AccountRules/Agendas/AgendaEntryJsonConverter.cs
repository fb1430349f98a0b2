using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// An <see cref="AgendaEntry"/> in JSON, where it comes there by mistake: as its <see cref="AgendaEntryRecord"/>, which is what an API gives. It is
/// not read; the record is. <see cref="AgendaEntry"/> names this converter, so that serializers find it. Safe for use by many threads.
/// </summary>
public sealed class AgendaEntryJsonConverter : JsonConverter<AgendaEntry>
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override AgendaEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw PlainJson.NotRead("An agenda entry");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AgendaEntry value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToRecord(), options);
}
