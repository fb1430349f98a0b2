using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AccountRules.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace AccountRules.Hosts.Tests;

/// <summary>The C# of docs/api-results.md, in an application that is called over HTTP and whose OpenAPI document is read.</summary>
[Collection("One after the other: what one process tells is told to all of its listeners")]
public sealed class ApiTests : IAsyncLifetime
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);
    private static readonly FteOrder[] Orders = [new() { OrderId = "1042", AccountId = "ALFKI", OrderedOn = new(2026, 9, 1) }];

    private readonly WebApplication served = Built();

    public Task InitializeAsync() => served.StartAsync();

    public async Task DisposeAsync() => await served.DisposeAsync();

    private static WebApplication Built()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddAccountRules();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, AccountRulesJsonContext.Default);
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;                        // numbers are numbers, in the document too
        });

        builder.Services.AddOpenApi(options => options.AddSchemaTransformer((schema, context, _) =>
        {
            // What converters write, which the generator cannot know; that a property may be null is said where it refers to them.
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type.IsEnum)
                (schema.Type, schema.Enum) = (JsonSchemaType.String, schema.Enum?.Where(name => name is not null).ToList());
            else if (type == typeof(Period) || type == typeof(Cause))
                schema.Type = JsonSchemaType.String;
            else if (type == typeof(RecordedFact))
                schema.Type = JsonSchemaType.Object;

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
        }).ExcludeFromDescription();
        return app;
    }

    [Fact]
    public async Task Results_OfTheApi_AreTheRecordsWithNamesForEnums()
    {
        using var client = served.GetTestClient();

        var orders = await client.GetStringAsync("/orders");
        var agenda = await client.GetStringAsync("/agenda");
        var changes = await client.GetStringAsync("/changes");

        Assert.StartsWith(
            """[{"ruleId":"fte-fulfillment","ruleTitle":"FTE fulfilment","subject":"1042","account":"ALFKI",""", orders, StringComparison.Ordinal);
        Assert.Contains("\"standing\":\"AtRisk\"", orders, StringComparison.Ordinal);
        Assert.Contains("\"value\":81,\"unit\":\"Days\"", orders, StringComparison.Ordinal);
        Assert.Contains("\"dueOn\":\"2026-11-30\"", orders, StringComparison.Ordinal);
        Assert.Equal("Changed", JsonNode.Parse(agenda)![0]!["kind"]!.GetValue<string>());
        Assert.Equal("2026-12-01", JsonNode.Parse(agenda)![0]!["on"]!.GetValue<string>());
        Assert.Equal("Raised", JsonNode.Parse(changes)![0]!["kind"]!.GetValue<string>());
        Assert.Equal(
            Policy.Default.FteFulfillment.Assess(Orders[0], AsOf).ToRecord(),
            JsonSerializer.Deserialize<AssessmentRecord[]>(orders, JsonSerializerOptions.Web)!.Single());
    }

    [Fact]
    public async Task PolicyThatCannotBeUsed_IsAProblemWithAnErrorForEachPath()
    {
        using var client = served.GetTestClient();

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
    public async Task ApiResultsPage_ShowsWhatIsRunAndWhatIsAnswered()
    {
        using var client = served.GetTestClient();
        using var refused = await client.PostAsJsonAsync("/policy", new { version = "1", fteFulfillment = new { limitDays = 60 } });
        var shown = JsonNode.Parse(Snippets.Of("api-results.md", "json").Single())!.AsObject();
        var answered = (await refused.Content.ReadFromJsonAsync<JsonNode>())!;

        Assert.Equal(shown.Select(p => $"{p.Key} {p.Value!.ToJsonString()}"), shown.Select(p => $"{p.Key} {answered[p.Key]!.ToJsonString()}"));
        Snippets.AreIn("api-results.md", "ApiTests.cs", count: 4);
    }

    [Fact]
    public async Task OpenApiDocument_OfTheRecords_SaysWhatEachPropertyIs()
    {
        using var client = served.GetTestClient();

        var document = (await client.GetFromJsonAsync<JsonNode>("/openapi/v1.json"))!;
        var schemas = document["components"]!["schemas"]!.AsObject();
        var record = schemas["AssessmentRecord"]!["properties"]!;

        // No property of any schema is left without a type, or without what it refers to.
        Assert.Empty(schemas.SelectMany(s => Untyped(s.Key, s.Value!)));
        Assert.Equal("date null string", Shape(record["dueOn"]));
        Assert.Equal("double null number", Shape(record["value"]));
        Assert.Equal("int32 null integer", Shape(record["overdueDays"]));
        Assert.Equal("boolean", Shape(record["isProvisional"]));
        Assert.Equal("null string", Shape(record["cause"]));
        Assert.Equal("date string", Shape(schemas["AgendaEntryRecord"]!["properties"]!["on"]));
        Assert.Equal("null #/components/schemas/Period", Shape(record["period"]));
        Assert.Equal("string", Shape(schemas["Period"]));
        Assert.Equal("null #/components/schemas/RecordedFact", Shape(record["fact"]));
        Assert.Equal("object", Shape(schemas["RecordedFact"]));
        foreach (var type in new[] { typeof(Standing), typeof(ChangeKind), typeof(Unit), typeof(Movement), typeof(VersionTransition) })
        {
            Assert.Equal("string", Shape(schemas[type.Name]));
            Assert.Equal(Enum.GetNames(type), schemas[type.Name]!["enum"]!.AsArray().Select(name => name!.GetValue<string>()));
        }

        Assert.Equal("#/components/schemas/Standing", Shape(record["standing"]));
        Assert.Equal("null #/components/schemas/Unit", Shape(record["unit"]));
        Assert.Equal("null #/components/schemas/UnitName", Shape(record["unitName"]));
        Assert.Contains("ruleId", schemas["AssessmentRecord"]!["required"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal([], schemas.Select(s => s.Key).Except(Expected));
    }

    /// <summary>What the records are made of, and nothing else: no rule, no policy.</summary>
    private static readonly string[] Expected =
    [
        "AgendaEntryRecord", "AssessmentPart", "AssessmentRecord", "ChangeKind", "Movement", "Period", "RecordedFact",
        "RecordedValue", "Standing", "StandingChangeRecord", "StandingCount", "Unit", "UnitName", "VersionChoice", "VersionTransition", "Waiver",
    ];

    private static string Shape(JsonNode? schema) => string.Join(' ', new[] { schema?["format"]?.GetValue<string>() }
        .Concat(schema?["type"] is JsonArray several ? several.Select(t => t?.GetValue<string>()) : [schema?["type"]?.GetValue<string>()])
        .Append(schema?["$ref"]?.GetValue<string>())
        .Concat((schema?["oneOf"] as JsonArray ?? []).Select(Shape))
        .Where(word => word is not null));

    private static IEnumerable<string> Untyped(string path, JsonNode schema)
    {
        if (schema is not JsonObject node || !Array.Exists(["type", "$ref", "oneOf"], node.ContainsKey))
            return [path];

        return (node["properties"] as JsonObject ?? []).SelectMany(p => Untyped($"{path}.{p.Key}", p.Value!))
            .Concat(node["items"] is { } items ? Untyped($"{path}[]", items) : [])
            .Concat((node["oneOf"] as JsonArray ?? []).SelectMany((one, i) => Untyped($"{path}|{i}", one!)));
    }
}
