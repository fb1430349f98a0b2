using System.Text.Json;
using AccountRules.Facts;
using Json.Schema;

namespace AccountRules.Tests.Evidence;

/// <summary>The published schema is that of the type, and every record keeps to it.</summary>
public sealed class RecordSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(Repository.Root, "docs", "record.schema.json")));

    [Fact]
    public void Schema_InTheRepository_IsMadeOfTheType() => Approved.Matches("docs/record.schema.json", RecordSchema.Text());

    [Fact]
    public void RecordsOfTheSampleData_KeepToIt()
    {
        var policy = Policy.Read(Path.Combine(Repository.Root, "samples", "northwind", "policy.json"));
        var day = new DateOnly(1998, 5, 6);
        var waivers = policy.Waivers([
            new Waiver { Rule = "fte-fulfillment", Subject = "11008", Reason = "r", ApprovedBy = "a", From = new(1998, 4, 1), Until = day },
        ]);
        Assessment[] all =
        [
            .. waivers.Apply(Monitoring.NorthwindDays.Orders.Select(o => policy.FteFulfillment.Assess(o, day))),
            .. Monitoring.NorthwindDays.Results.Select(r => policy.KpiAttainment.Assess(r, day)),
            .. policy.KpiMonth.Assess(Monitoring.NorthwindDays.Results, day),
            .. policy.KeyAccount.Track(Monitoring.NorthwindDays.Revenues, day),
            .. Monitoring.NorthwindDays.Pay.Select(p => policy.PerformancePay.Assess(p, day)),
            .. Monitoring.NorthwindDays.Plans.Select(p => policy.ImprovementPlan.Assess(p, day)),
        ];
        Assert.Equal(6, all.Select(a => a.Rule.Id).Distinct().Count());
        var records = all.GroupBy(a => (a.Rule.Id, a.Standing, a.Movement, a.Waiver is null)).SelectMany(kind => kind.Take(5))
            .Select(a => JsonSerializer.Serialize(a.ToRecord()));
        Assert.All(records, record => Assert.True(Keeps(record), record));
    }

    [Theory]
    [InlineData("\"Standing\":\"Met\"", "\"Standing\":\"Done\"")]
    [InlineData("\"Standing\":\"Met\"", "\"Standing\":0")]
    [InlineData("\"Subject\":\"7\"", "\"Subject\":null")]
    [InlineData("\"Subject\":\"7\",", "")]
    [InlineData("\"Factor\":null", "\"Factor\":[]")]
    [InlineData("\"Period\":null", "\"Period\":\"2026-1\"")]
    [InlineData("\"IsProvisional\":false", "\"IsProvisional\":null")]
    public void Text_ThatIsNoRecord_DoesNot(string found, string instead)
    {
        var json = JsonSerializer.Serialize(Policy.Default.FteFulfillment.Assess(
            new FteOrder { OrderId = "7", OrderedOn = new(2026, 3, 2), FulfilledOn = new(2026, 3, 2) }, new(2026, 4, 1)).ToRecord());
        Assert.Contains(found, json, StringComparison.Ordinal);
        Assert.True(Keeps(json));
        Assert.False(Keeps(json.Replace(found, instead, StringComparison.Ordinal)));
    }

    private static bool Keeps(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Schema.Evaluate(document.RootElement).IsValid;
    }
}
