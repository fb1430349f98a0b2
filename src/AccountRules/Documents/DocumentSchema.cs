using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using AccountRules.Catalogue;

namespace AccountRules.Documents;

/// <summary>Adds to the schema of each term what its <see cref="TermAttribute"/> says.</summary>
internal static class DocumentSchema
{
    public static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
            return node;

        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
            schema["additionalProperties"] = false;

        if (schema.TryGetPropertyValue("default", out var standard) && standard is null)
            schema.Remove("default");

        if (context.PropertyInfo is { IsGetNullable: false } && schema["type"] is JsonArray types)
            schema["type"] = types[0]!.DeepClone();

        if (context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(TermAttribute), inherit: false) is not [TermAttribute term])
            return schema;

        schema.Insert(0, "description", term.Description);
        var ranged = schema["items"] as JsonObject ?? schema;
        if (term.Min != int.MinValue)
            ranged[term.AboveMin ? "exclusiveMinimum" : "minimum"] = term.Min;

        if (term.Max != int.MaxValue)
            ranged["maximum"] = term.Max;

        return schema;
    }
}
