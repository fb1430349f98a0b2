using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AccountRules.Tests.Evidence;

/// <summary>The JSON Schema of a record, made from its type and from what its members say.</summary>
internal static partial class RecordSchema
{
    private static readonly JsonSerializerOptions Laid = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string> Summaries = XDocument.Load(Path.ChangeExtension(typeof(AssessmentRecord).Assembly.Location, ".xml"))
        .Descendants("member").Where(m => m.Element("summary") is not null).ToDictionary(m => m.Attribute("name")!.Value, m => Text(m.Element("summary")!));

    public static string Text()
    {
        var schema = JsonSerializerOptions.Default.GetJsonSchemaAsNode(
            typeof(AssessmentRecord), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Described }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "A record of an assessment, as accountrules assess --format records writes one a line");
        return schema.ToJsonString(Laid) + "\n";
    }

    private const string PatternOfPeriods =
        "^[0-9]{4}(-H[12]|-Q[1-4]|-W[0-9]{2}|-[0-9]{2}(/[0-9]{4}-[0-9]{2})?|-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2})?$";

    private static JsonObject Described(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var isOptional = context.TypeInfo.Type != type || context.PropertyInfo is { IsGetNullable: true };
        var node = type == typeof(Period) ? new JsonObject { ["type"] = Of("string"), ["pattern"] = PatternOfPeriods }
            : type == typeof(RecordedFact) ? new JsonObject { ["type"] = Of("object") }
            : type == typeof(DateOnly) ? new JsonObject { ["type"] = Of("string"), ["format"] = "date" }
            : schema as JsonObject ?? [];
        if (context.PropertyInfo is { } property && Summaries.GetValueOrDefault($"P:{property.DeclaringType.FullName}.{property.Name}") is { } summary)
            node.Insert(0, "description", summary);

        return node;

        JsonNode Of(string name) => isOptional ? new JsonArray(name, "null") : name;
    }

    /// <summary>A summary without its tags, on one line.</summary>
    private static string Text(XElement summary) => Blanks().Replace(string.Concat(summary.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('(')[0].Split('.')[^1],
        XElement element => element.Value,
        _ => node.ToString(),
    })), " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
