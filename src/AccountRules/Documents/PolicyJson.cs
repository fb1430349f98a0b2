using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Catalogue;

namespace AccountRules.Documents;

/// <summary>How the policy's terms are written in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    ReadCommentHandling = JsonCommentHandling.Skip,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PolicyTerms))]
internal sealed partial class PolicyJson : JsonSerializerContext
{
    /// <summary>For terms that come from configuration, where every value is a text and names have any case.</summary>
    public static PolicyJson FromTexts { get; } = new(new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    });
}
