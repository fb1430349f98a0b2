using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// A <see cref="Verdict"/> in JSON, where it comes there by mistake or for a log: what it says, with the index of its grade and the code of its cause. It is
/// not read, since a grade is one of a rule's; the record of an assessment is. <see cref="Verdict"/> names this converter, so that serializers find it. Safe
/// for use by many threads.
/// </summary>
public sealed class VerdictJsonConverter : JsonConverter<Verdict>
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Verdict Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw PlainJson.NotRead("A verdict");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Verdict value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        writer.WriteString(PlainJson.Named(nameof(Verdict.Standing), options), value.Standing.ToString());
        writer.WriteBoolean(PlainJson.Named(nameof(Verdict.IsProvisional), options), value.IsProvisional);
        writer.WriteNumber(PlainJson.Named(nameof(Verdict.Grade), options), value.Grade);
        writer.WriteString(PlainJson.Named(nameof(Verdict.Cause), options), value.Cause.IsNone ? null : value.Cause.Code);
        writer.WriteEndObject();
    }
}
