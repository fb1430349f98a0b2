using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AccountRules.Tests.Basics;

namespace AccountRules.Tests.Monitoring;

/// <summary>A change of standing over entities that change in place: what is live never contradicts itself, and what is copied stays.</summary>
public sealed class ChangeRecordTests
{
    private static readonly DateOnly Day = Rules.Dated.Start;

    private readonly PolicyMonitor monitor = new(Policy.Default, Day, MonitoredRules.None.With(Entity.Of));

    [Fact]
    public void Record_OfAChangeWhoseEntityChangesAfterwards_StaysAsItWasAndComesBackFromJson()
    {
        var entity = new Entity { Number = "1", PlacedOn = Day };
        monitor.Add(entity);
        var record = Assert.Single(monitor.AdvanceTo(Day.AddDays(91))).ToRecord();
        entity.PlacedOn = Day.AddDays(72);

        Assert.Equal("Order 1 is open for 0 of 90 days, due 2026-05-31.", record.Before!.Reason);
        Assert.Equal("Order 1 is open for 91 days, 1 more than the 90 allowed; it was due 2026-05-31.", record.After!.Reason);
        Assert.Equal((ChangeKind.Changed, Standing.OnTrack, Standing.Overdue), (record.Kind, record.Before.Standing, record.After.Standing));
        Assert.Equal(record, JsonSerializer.Deserialize<StandingChangeRecord>(JsonSerializer.Serialize(record)));
        Assert.Equal("fte-fulfillment OnTrack -> Overdue: Order 1 is open for 91 days, 1 more than the 90 allowed; it was due 2026-05-31.", record.ToString());
    }

    [Fact]
    public void Record_WrittenByAHostThatLeavesOutDefaults_SaysItsKindAndStandingAllTheSame()
    {
        var changes = new PolicyMonitor(Policy.Default, Day).Add(
            new Facts.KpiResult { EmployeeId = "1", Kpi = "calls", Period = Period.Month(2026, 1), Target = 100, Actual = null });
        foreach (var resolver in (IJsonTypeInfoResolver[])[AccountRulesJsonContext.Default, new DefaultJsonTypeInfoResolver()])
        {
            var options = new JsonSerializerOptions { TypeInfoResolver = resolver, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

            var json = changes.Select(change => JsonSerializer.Serialize(change.ToRecord(), options)).ToList();

            Assert.All(json, one => Assert.Contains("\"Standing\":\"Undetermined\"", one, StringComparison.Ordinal));
            Assert.Equal(changes.Select(change => change.ToRecord()), json.Select(one => JsonSerializer.Deserialize<StandingChangeRecord>(one, options)!));
        }
    }

    [Fact]
    public void Before_OfAnEntityChangedInPlaceAndUpdated_SaysThatItHasChangedSince()
    {
        var entity = new Entity { Number = "1", PlacedOn = Day };
        monitor.AdvanceTo(Day.AddDays(91));
        monitor.Add(entity);
        entity.PlacedOn = Day.AddDays(72);

        var change = Assert.Single(monitor.Update(entity));

        Assert.Equal((Standing.Overdue, Standing.OnTrack), (change.From!.Value, change.To!.Value));
        Assert.Equal("Order 1 was Overdue (OverLimit), and has changed since.", change.Before!.Value.Reason);
        Assert.Equal("Order 1 is open for 19 of 90 days, due 2026-08-11.", change.After!.Value.Reason);
    }

    [Fact]
    public void Before_OfAnEntityReplacedByAnother_KeepsAllThatItSaid()
    {
        monitor.AdvanceTo(Day.AddDays(91));
        monitor.Add(new Entity { Number = "1", PlacedOn = Day });

        var change = Assert.Single(monitor.Update(new Entity { Number = "1", PlacedOn = Day.AddDays(72) }));

        Assert.Equal("Order 1 is open for 91 days, 1 more than the 90 allowed; it was due 2026-05-31.", change.Before!.Value.Reason);
    }
}
