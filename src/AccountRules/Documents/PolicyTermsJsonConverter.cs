using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Documents;

namespace AccountRules;

/// <summary>
/// <see cref="PolicyTerms"/> in JSON: the policy document. It is not read by a serializer, which does not know whose rules the terms are; the document is, by
/// <see cref="Policy.Parse(string, RuleCatalogue?)"/>. <see cref="PolicyTerms"/> names this converter, so that serializers find it. Safe for use by many
/// threads.
/// </summary>
public sealed class PolicyTermsJsonConverter : JsonConverter<PolicyTerms>
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override PolicyTerms Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException(
        "The terms of a policy are not read by a serializer, which does not know whose rules they are: write the policy by PolicyDocument.Write, read it by "
        + "Policy.Parse, and take its Terms.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PolicyTerms value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        using var document = JsonDocument.Parse(DocumentWriter.Write(value, withComments: false));
        document.RootElement.WriteTo(writer);
    }
}
