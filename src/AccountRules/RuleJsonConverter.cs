using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// A <see cref="Rule"/> in JSON, where it comes there by mistake or for a log: its id, title and clause, and the policy's name and version. It is not read.
/// Every kind of rule names this converter, so that serializers find it. Safe for use by many threads.
/// </summary>
public sealed class RuleJsonConverter : JsonConverter<Rule>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(Rule).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Rule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw PlainJson.NotRead("A rule");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Rule value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        PlainJson.Write(
            writer, options, (nameof(Rule.Id), value.Id), (nameof(RuleInfo.Title), value.Info.Title),
            (nameof(RuleInfo.Citation), value.Info.Citation?.ToString()), (nameof(RuleInfo.PolicyName), value.Info.PolicyName),
            (nameof(RuleInfo.PolicyVersion), value.Info.PolicyVersion));
    }
}
