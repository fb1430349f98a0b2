using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A <see cref="MonitorSnapshot"/> in JSON, where it comes there by mistake or for a log: its date, its policy as <see cref="PolicyJsonConverter"/> has it, and
/// its counts. It is not read. <see cref="MonitorSnapshot"/> names this converter, so that serializers find it. Safe for use by many threads.
/// </summary>
public sealed class MonitorSnapshotJsonConverter : JsonConverter<MonitorSnapshot>
{
    private static readonly PolicyJsonConverter OfPolicy = new();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override MonitorSnapshot Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw PlainJson.NotRead("A snapshot");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MonitorSnapshot value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        writer.WriteString(PlainJson.Named(nameof(MonitorSnapshot.AsOf), options), Texts.Date(value.AsOf));
        writer.WritePropertyName(PlainJson.Named(nameof(MonitorSnapshot.Policy), options));
        OfPolicy.Write(writer, value.Policy, options);
        writer.WriteStartArray(PlainJson.Named(nameof(MonitorSnapshot.Counts), options));
        foreach (var count in value.Counts)
        {
            writer.WriteStartObject();
            writer.WriteString(PlainJson.Named(nameof(RuleStandingCount.RuleId), options), count.RuleId);
            writer.WriteString(PlainJson.Named(nameof(RuleStandingCount.Standing), options), count.Standing.ToString());
            writer.WriteNumber(PlainJson.Named(nameof(RuleStandingCount.Count), options), count.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
