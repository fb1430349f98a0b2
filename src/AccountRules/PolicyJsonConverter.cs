using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// A <see cref="Policy"/> in JSON, where it comes there by mistake or for a log: its name, version and fingerprint. It is not read; a policy is read from its
/// document. <see cref="Policy"/> names this converter, so that serializers find it. Safe for use by many threads.
/// </summary>
public sealed class PolicyJsonConverter : JsonConverter<Policy>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(Policy).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Policy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw PlainJson.NotRead("A policy");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Policy value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        PlainJson.Write(
            writer, options, (nameof(Policy.Name), value.Name), (nameof(Policy.Version), value.Version), (nameof(Policy.Fingerprint), value.Fingerprint));
    }
}
