using System.Text.Json;

namespace AccountRules;

/// <summary>What is live or large, and says how it is written in JSON where it comes there by mistake or for a log.</summary>
internal interface IPlainJson
{
    /// <summary>Writes it in a plain form.</summary>
    void Write(Utf8JsonWriter writer, JsonSerializerOptions options);
}
