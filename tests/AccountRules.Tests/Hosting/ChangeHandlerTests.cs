using AccountRules.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace AccountRules.Tests.Hosting;

/// <summary>How a hosted monitor hands its changes over: the first start, a handler that fails, a policy that was changed meanwhile, health.</summary>
public sealed class ChangeHandlerTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 9);

    private readonly string folder = Directory.CreateTempSubdirectory("accountrules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task FirstStart_WithTheDateAlone_TellsNothingAndKeepsTheDate()
    {
        var store = StoreOf(keepsStandings: false, age: 91);

        await RunAsync(new(store, Day));

        Assert.Empty(store.Taken);
        Assert.Equal(Day, store.Date);
    }

    [Fact]
    public async Task FirstStart_WithStandings_TellsAllThatThereIsAsRaised()
    {
        var store = StoreOf(keepsStandings: true, age: 91);

        await RunAsync(new(store, Day));
        await RunAsync(new(store, Day));

        var (asOf, change) = Assert.Single(store.Taken);
        Assert.Equal((Day, ChangeKind.Raised, Standing.Overdue), (asOf, change.Kind, change.After!.Standing));
    }

    [Fact]
    public async Task HandlerThatFails_IsToldTheSameAgain_AndHealthAndLogSaySo()
    {
        var store = StoreOf(keepsStandings: false, age: 89);
        await RunAsync(new(store, Day));
        await using var process = new HostProcess(store, Day.AddDays(2), failures: 2);
        await process.StartAsync();
        var health = process.Services.GetRequiredService<PolicyMonitorHealthCheck>();
        await process.Until(() => process.Logs.Lines.Any(l => l.EndsWith("told again in 1 seconds", StringComparison.Ordinal)) && process.Time.Waiting == 3);

        Assert.Contains("Error The host's handler did not take 1 changes as of 2026-03-11; they are told again in 1 seconds", process.Logs.Lines);
        var failing = await health.CheckHealthAsync(new());
        Assert.Equal(
            (HealthStatus.Degraded, "The host's handler does not take the changes: the database does not answer"), (failing.Status, failing.Description));
        Assert.Equal(1L, failing.Data["pending"]);
        Assert.Empty(store.Taken);

        process.Time.SetUtcNow(process.Time.GetUtcNow().AddSeconds(1));
        await process.Until(() => process.Logs.Lines.Any(l => l.EndsWith("told again in 2 seconds", StringComparison.Ordinal)) && process.Time.Waiting == 3);
        process.Time.SetUtcNow(process.Time.GetUtcNow().AddSeconds(2));
        await process.DoneAsync();

        Assert.Equal((Day.AddDays(2), Standing.Overdue), (store.Taken.Single().AsOf, store.Taken.Single().Change.After!.Standing));
        var healthy = await health.CheckHealthAsync(new());
        Assert.Equal(
            (HealthStatus.Healthy, "The monitor is at 2026-03-11 under policy account-management documents."), (healthy.Status, healthy.Description));
    }

    [Theory]
    [InlineData(true, "Raised OnTrack; Changed Overdue")]
    [InlineData(false, "")]
    public async Task PolicyChangedWhileDown_IsToldWhereStandingsAreKept(bool keepsStandings, string told)
    {
        var store = StoreOf(keepsStandings, age: 61);
        await RunAsync(new(store, Day, policyFile: Policy("""{ "version": "1" }""")));

        await RunAsync(new(store, Day, policyFile: Policy("""{ "version": "2", "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 40 } }""")));

        Assert.Equal(told, string.Join("; ", store.Taken.Select(t => $"{t.Change.Kind} {t.Change.After!.Standing}")));
    }

    [Fact]
    public async Task FactThatIsNoMore_IsClearedWhereStandingsAreKept()
    {
        var store = StoreOf(keepsStandings: true, age: 1);
        await RunAsync(new(store, Day));
        store.Facts.Orders.Clear();

        await RunAsync(new(store, Day.AddDays(1)));

        Assert.Equal([ChangeKind.Raised, ChangeKind.Cleared], store.Taken.Select(t => t.Change.Kind));
        Assert.Equal(Day.AddDays(1), store.Date);
    }

    [Fact]
    public async Task ClockPutBackWhileDown_TellsNothingAgain()
    {
        var store = StoreOf(keepsStandings: false, age: 90);
        await RunAsync(new(store, Day));
        await RunAsync(new(store, Day.AddDays(1)));

        await using var process = new HostProcess(store, Day.AddDays(-3));
        await process.StartAsync();
        await process.DoneAsync();
        await process.LiveToAsync(Day.AddDays(1));

        Assert.Single(store.Taken);
        Assert.Contains(
            "Warning The clock says 2026-03-06 and the monitor has come to 2026-03-10: it stays there until the clock is past it", process.Logs.Lines);
    }

    [Fact]
    public async Task MonitorThatBreaks_EndsItsServiceThoughTheHandlerIsWell_AndIsUnhealthy()
    {
        await using var process = new HostProcess(StoreOf(keepsStandings: false, age: 89), Day);
        await process.StartAsync();
        await process.DoneAsync();
        await process.Until(() => process.Time.Waiting == 2);
        process.Monitor.Follow((_, _) => throw new IOException("no room is left"));

        process.Time.SetUtcNow(process.Time.GetUtcNow().AddDays(2));

        var service = process.Services.GetServices<IHostedService>().OfType<BackgroundService>().Single();
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => service.ExecuteTask!.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.EndsWith("It failed with: no room is left", e.Message, StringComparison.Ordinal);
        var health = await process.Services.GetRequiredService<PolicyMonitorHealthCheck>().CheckHealthAsync(new());
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
    }

    [Fact]
    public async Task FactsBeforeTheStart_OfAMonitorThatIsToBeginEarlier_StopTheHost()
    {
        var store = StoreOf(keepsStandings: false, age: 1);
        await RunAsync(new(store, Day));
        await using var process = new HostProcess(store, Day.AddDays(1));
        process.Monitor.Add(new Facts.FteOrder { OrderId = "2", OrderedOn = Day });

        var e = await Assert.ThrowsAsync<InvalidOperationException>(process.StartAsync);

        Assert.Equal(
            "The monitor has facts as of 2026-03-10 already, and is to begin with 2026-03-09, the date that was told last: hand it its facts in `load`, and "
            + "not before the host has started.", e.Message);
    }

    private string Policy(string json)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.json");
        File.WriteAllText(file, json);
        return file;
    }

    private static ChangeStore StoreOf(bool keepsStandings, int age)
    {
        var store = new ChangeStore(keepsStandings);
        store.Facts.Orders.Add("1", new() { OrderId = "1", OrderedOn = Day.AddDays(-age) });
        return store;
    }

    private static async Task RunAsync(HostProcess process)
    {
        await using (process)
        {
            await process.StartAsync();
            await process.DoneAsync();
        }
    }
}
