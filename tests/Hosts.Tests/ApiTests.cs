using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using AccountRules.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace AccountRules.Hosts.Tests;

/// <summary>The C# of docs/api-results.md, in an application that is called over HTTP and whose OpenAPI document is read.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);
    private static readonly FteOrder[] Orders = [new() { OrderId = "1042", AccountId = "ALFKI", OrderedOn = new(2026, 9, 1) }];

    private readonly WebApplication app = Built();

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    private static WebApplication Built()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddAccountRules();
        builder.Services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, AccountRulesJsonContext.Default));

        builder.Services.AddOpenApi(options => options.AddSchemaTransformer((schema, context, _) =>
        {
            // What these converters write, which the generator cannot know.
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(Period) || type == typeof(Cause) || type == typeof(RecordedFact))
            {
                schema.Type = (type == typeof(RecordedFact) ? JsonSchemaType.Object : JsonSchemaType.String)
                    | (context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.Null : 0);
            }

            return Task.CompletedTask;
        }));

        var app = builder.Build();
        app.MapOpenApi();
        app.MapGet("/orders", (Policy policy) => policy.FteFulfillment.Assess(Orders, AsOf).Select(a => a.ToRecord()).ToList());
        app.MapGet("/agenda", (Policy policy) => new Agenda(AsOf, days: 30).Add(policy.FteFulfillment, Orders).Entries().Select(e => e.ToRecord()).ToList());
        app.MapGet("/changes", (Policy policy) =>
        {
            var monitor = new PolicyMonitor(policy, AsOf);
            return monitor.AddRange(Orders).Select(c => c.ToRecord()).ToList();
        });

        app.MapPost("/policy", (JsonDocument document) =>
        {
            try
            {
                return Results.Ok(Policy.Parse(document.RootElement.GetRawText()));
            }
            catch (PolicyException e)
            {
                return Results.ValidationProblem(e.ToErrors(), title: "The policy cannot be used.");
            }
        });
        return app;
    }

    [Fact]
    public async Task Results_OfTheApi_AreTheRecordsWithNamesForEnums()
    {
        using var client = app.GetTestClient();

        var orders = await client.GetStringAsync("/orders");
        var agenda = await client.GetStringAsync("/agenda");
        var changes = await client.GetStringAsync("/changes");

        Assert.StartsWith("""[{"ruleId":"fte-fulfillment","ruleTitle":"FTE fulfilment","subject":"1042","account":"ALFKI",""", orders, StringComparison.Ordinal);
        Assert.Contains("\"standing\":\"AtRisk\"", orders, StringComparison.Ordinal);
        Assert.Contains("\"value\":81,\"unit\":\"Days\"", orders, StringComparison.Ordinal);
        Assert.Contains("\"dueOn\":\"2026-11-30\"", orders, StringComparison.Ordinal);
        Assert.Equal("Changed", JsonNode.Parse(agenda)![0]!["kind"]!.GetValue<string>());
        Assert.Equal("2026-12-01", JsonNode.Parse(agenda)![0]!["on"]!.GetValue<string>());
        Assert.Equal("Raised", JsonNode.Parse(changes)![0]!["kind"]!.GetValue<string>());
        Assert.Equal(
            Policy.Default.FteFulfillment.Assess(Orders[0], AsOf).ToRecord(),
            JsonSerializer.Deserialize<AssessmentRecord[]>(orders, new JsonSerializerOptions(JsonSerializerDefaults.Web))!.Single());
    }

    [Fact]
    public async Task PolicyThatCannotBeUsed_IsAProblemWithAnErrorForEachPath()
    {
        using var client = app.GetTestClient();

        using var refused = await client.PostAsJsonAsync("/policy", new { version = "1", fteFulfillment = new { limitDays = 60 } });
        var problem = (await refused.Content.ReadFromJsonAsync<JsonNode>())!;

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        Assert.Equal("The policy cannot be used.", problem["title"]!.GetValue<string>());
        var (path, lines) = Assert.Single(problem["errors"]!.AsObject());
        Assert.StartsWith("$.fteFulfillment.", path, StringComparison.Ordinal);
        Assert.Contains("; allowed: ", lines![0]!.GetValue<string>(), StringComparison.Ordinal);

        using var taken = await client.PostAsJsonAsync("/policy", new { version = "1" });
        Assert.Equal("account-management", (await taken.Content.ReadFromJsonAsync<JsonNode>())!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task OpenApiDocument_OfTheRecords_SaysWhatEachPropertyIs()
    {
        using var client = app.GetTestClient();

        var document = (await client.GetFromJsonAsync<JsonNode>("/openapi/v1.json"))!;
        var schemas = document["components"]!["schemas"]!.AsObject();
        var record = schemas["AssessmentRecord"]!["properties"]!;

        // No property of any schema is left without a type, or without what it refers to.
        Assert.Empty(schemas.SelectMany(s => Untyped(s.Key, s.Value!)));
        Assert.Equal("""["null","string"] date""", Shape(record["dueOn"]));
        Assert.Equal("""["null","number"] double""", Shape(record["value"]));
        Assert.Equal("""["null","integer"] int32""", Shape(record["overdueDays"]));
        Assert.Equal("""["null","string"] """, Shape(record["period"]));
        Assert.Equal("""["null","string"] """, Shape(record["cause"]));
        Assert.Equal("\"boolean\" ", Shape(record["isProvisional"]));
        Assert.Equal(
            Enum.GetNames<Standing>(), Resolved(schemas, record["standing"]!)["enum"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal(
            Enum.GetNames<ChangeKind>(),
            Resolved(schemas, schemas["StandingChangeRecord"]!["properties"]!["kind"]!)["enum"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal("\"string\" date", Shape(schemas["AgendaEntryRecord"]!["properties"]!["on"]));
        Assert.Contains("ruleId", schemas["AssessmentRecord"]!["required"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Empty(schemas.Select(s => s.Key).Where(name => !Expected.Contains(name)));
    }

    /// <summary>What the records are made of, and nothing else: no rule, no policy.</summary>
    private static readonly string[] Expected =
    [
        "AgendaEntryRecord", "AssessmentPart", "AssessmentRecord", "ChangeKind", "JsonDocument", "JsonElement", "Movement", "Period", "RecordedFact",
        "RecordedValue", "Standing", "StandingChangeRecord", "StandingCount", "Unit", "VersionChoice", "VersionTransition", "Waiver",
    ];

    private static string Shape(JsonNode? schema) => $"{schema?["type"]?.ToJsonString()} {schema?["format"]?.GetValue<string>()}";

    private static JsonNode Resolved(JsonObject schemas, JsonNode schema) =>
        schema["$ref"] is { } reference ? schemas[reference.GetValue<string>().Split('/')[^1]]! : schema;

    private static IEnumerable<string> Untyped(string path, JsonNode schema)
    {
        if (schema is not JsonObject node || (!node.ContainsKey("type") && !node.ContainsKey("$ref") && !node.ContainsKey("enum") && !node.ContainsKey("oneOf")))
            return [path];

        return (node["properties"] as JsonObject ?? []).SelectMany(p => Untyped($"{path}.{p.Key}", p.Value!))
            .Concat(node["items"] is { } items ? Untyped($"{path}[]", items) : [])
            .Concat((node["oneOf"] as JsonArray ?? []).SelectMany((one, i) => Untyped($"{path}|{i}", one!)));
    }
}
