using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// A <see cref="Cause"/> in JSON: its code, such as <c>"NoActual"</c>, and <c>null</c> for <see cref="Cause.None"/>. Of what is read, causes of the documents'
/// rules are known, and those that this process has made with <see cref="Cause.Of(string, string)"/> and <see cref="Cause.NotApplicable"/>; any other is a
/// <see cref="JsonException"/>. <see cref="Cause"/> names this converter, so that serializers find it. Safe for use by many threads.
/// </summary>
public sealed class CauseJsonConverter : JsonConverter<Cause>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Cause Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => Cause.None,
        JsonTokenType.String => Known(reader.GetString()!),
        _ => throw new JsonException($"A cause is a text such as \"NoActual\", or null where there is none; found {reader.TokenType}."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Cause value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.IsNone)
            writer.WriteNullValue();
        else
            writer.WriteStringValue(value.Code);
    }

    /// <inheritdoc/>
    public override Cause ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } code ? Known(code) : Cause.None;

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Cause value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.IsNone ? "" : value.Code);
    }

    /// <summary>A rule's own causes are made with its declaration, which may not have been asked for yet.</summary>
    private static Cause Known(string code) => Cause.Find(code) ?? AfterAllRules(code) ?? throw new JsonException(
        $"`{Visible.Text(code)}` is the code of no cause that this program knows: those of a host's own are made before, with Cause.Of.");

    private static Cause? AfterAllRules(string code) => RuleCatalogue.Documents.Count > 0 ? Cause.Find(code) : null;
}
