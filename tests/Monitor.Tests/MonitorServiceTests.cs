using System.Diagnostics.Metrics;
using System.Globalization;
using AccountRules.Facts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AccountRules.Samples.Monitor.Tests;

/// <summary>The sample's service, on a clock that is put forward from day to day.</summary>
public sealed class MonitorServiceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("accountrules-monitor").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Service_ThroughAMonthWithAChangeOfClocks_MovesOnAtEachLocalMidnightAndLogsEachChange()
    {
        // Berlin puts its clocks forward on 1998-03-29: its midnights are at 23:00 before that night, and at 22:00 after it.
        var time = new FakeTime(Utc("1998-03-09T12:00:00Z"));
        var logs = new RecordingLogs();
        using var host = Sample(time, logs);
        await host.StartAsync();
        var monitor = host.Services.GetRequiredService<PolicyMonitor>();
        await Until(() => IsFollowed(logs) && DayIsAwaited(time), logs);
        Assert.Equal(new(1998, 3, 9), monitor.AsOf);
        var expected = new List<string>();
        var before = Standings(monitor);

        for (var day = new DateOnly(1998, 3, 10); day <= new DateOnly(1998, 4, 12); day = day.AddDays(1))
        {
            var midnight = Utc($"{day.AddDays(-1):yyyy-MM-dd}T{(day <= new DateOnly(1998, 3, 29) ? 23 : 22)}:00:00Z");
            time.SetUtcNow(midnight.AddSeconds(-1));
            await Until(() => DayIsAwaited(time), logs);
            Assert.Equal(day.AddDays(-1), monitor.AsOf);

            time.SetUtcNow(midnight);
            await Until(() => monitor.AsOf == day && DayIsAwaited(time), logs);
            var after = Standings(monitor);
            expected.AddRange(before.Keys.Union(after.Keys)
                .Select(key => new StandingChange(before.TryGetValue(key, out var b) ? b : null, after.TryGetValue(key, out var a) ? a : null))
                .Where(c => c.Before?.Verdict != c.After?.Verdict || c.Before?.Movement != c.After?.Movement)
                .Select(c => $"Information {c.Kind}: {c}"));
            before = after;
        }

        await Until(() => Changes(logs).Length >= expected.Count, logs);
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(), Changes(logs).Order());
        Assert.Equal(34, logs.Lines.Count(l => l.StartsWith("Information Monitor moved on to 1998-", StringComparison.Ordinal)));
        await host.StopAsync();
    }

    [Fact]
    public async Task PolicyFile_Changed_IsTakenUpByTheMonitor()
    {
        var time = new FakeTime(Utc("1998-05-06T12:00:00Z"));
        var logs = new RecordingLogs();
        using var host = Sample(time, logs);
        await host.StartAsync();
        var monitor = host.Services.GetRequiredService<PolicyMonitor>();
        await Until(() => IsFollowed(logs), logs);
        Assert.Equal(0, Count(monitor, Standing.Overdue));

        File.WriteAllText(Path.Combine(folder, "policy.json"), """{ "version": "strict", "fteFulfillment": { "limitDays": 14, "atRiskFromDay": 10 } }""");

        await Until(() => monitor.Policy.Version == "strict", logs);
        Assert.Equal(host.Services.GetRequiredService<Hosting.PolicySource>().Current, monitor.Policy);
        Assert.True(Count(monitor, Standing.Overdue) > 0);
        await Until(
            () => logs.Lines.Any(l => l.StartsWith(
                "Information Monitor took up policy account-management strict in the place of account-management sample:", StringComparison.Ordinal)),
            logs);
        await host.StopAsync();
    }

    [Fact]
    public async Task Standings_AreMeasuredByRuleAndStanding()
    {
        using var host = Sample(new FakeTime(Utc("1998-05-06T12:00:00Z")), new RecordingLogs());
        await host.StartAsync();
        var monitor = host.Services.GetRequiredService<PolicyMonitor>();
        await Until(() => Measured().Count > 0, new RecordingLogs());

        Assert.Equal(monitor.Counts.ToDictionary(c => (c.RuleId, c.Standing.ToString()), c => c.Count), Measured());
        await host.StopAsync();

        Dictionary<(string Rule, string Standing), int> Measured()
        {
            var measured = new Dictionary<(string Rule, string Standing), int>();
            using var listener = new MeterListener
            {
                InstrumentPublished = (instrument, l) =>
                {
                    if (instrument.Name == "accountrules.monitor.standings" && instrument.Meter.Scope == host.Services.GetRequiredService<IMeterFactory>())
                        l.EnableMeasurementEvents(instrument);
                },
            };
            listener.SetMeasurementEventCallback<int>((_, value, tags, _) => measured.Add(((string)tags[0].Value!, (string)tags[1].Value!), value));
            listener.Start();
            listener.RecordObservableInstruments();
            return measured;
        }
    }

    [Fact]
    public async Task Clock_PutBack_LeavesTheMonitorWhereItIsAndSaysSo()
    {
        var time = new FakeTime(Utc("1998-05-06T12:00:00Z"));
        var logs = new RecordingLogs();
        using var host = Sample(time, logs);
        await host.StartAsync();
        var monitor = host.Services.GetRequiredService<PolicyMonitor>();
        await Until(() => DayIsAwaited(time), logs);
        time.SetUtcNow(Utc("1998-05-08T12:00:00Z"));
        await Until(() => monitor.AsOf == new DateOnly(1998, 5, 8), logs);

        time.SetUtcNow(Utc("1998-05-07T12:00:00Z"));
        File.WriteAllText(Path.Combine(folder, "policy.json"), """{ "version": "2" }""");

        await Until(
            () => logs.Lines.Any(l => l.StartsWith("Warning The clock says 1998-05-07 and the monitor has come to 1998-05-08", StringComparison.Ordinal)),
            logs);
        Assert.Equal(new(1998, 5, 8), monitor.AsOf);
        await host.StopAsync();
    }

    [Fact]
    public async Task Load_ThatFails_KeepsTheHostFromStarting()
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddAccountRules().AddPolicyMonitor(load: (_, monitor, _) =>
        {
            monitor.Add(new FteOrder { OrderId = "1", OrderedOn = new(1998, 1, 1) });
            monitor.Add(new FteOrder { OrderId = "1", OrderedOn = new(1998, 1, 1) });
            return Task.CompletedTask;
        });
        using var host = builder.Build();

        var e = await Assert.ThrowsAsync<ArgumentException>(() => host.StartAsync());
        Assert.StartsWith("FteOrder `1` is monitored already", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_OfADirtyRow_StartsTheHostAndLogsRuleSubjectAndIndex()
    {
        var logs = new RecordingLogs();
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging.AddProvider(logs);
        builder.Services.AddAccountRules().AddPolicyMonitor(load: (_, monitor, _) =>
        {
            var day = new DateOnly(1998, 1, 1);
            monitor.TryAddRange([
                new FteOrder { OrderId = "1", OrderedOn = day }, new FteOrder { OrderId = "1", OrderedOn = day },
                new FteOrder { OrderId = "2", OrderedOn = day },
            ]);
            monitor.TryAddRange(Enumerable.Range(0, 300).Select(i => new RegistryItem { ItemId = null!, AddedOn = day }));
            return Task.CompletedTask;
        });
        using var host = builder.Build();

        await host.StartAsync();

        Assert.Equal(2, host.Services.GetRequiredService<PolicyMonitor>().Counts.Sum(c => c.Count));
        Assert.Contains(
            "Warning Monitor skipped a fact: rule fte-fulfillment, subject 1, index 1: FteOrder `1` comes twice in one call: give each fact once. "
            + "Rule `fte-fulfillment`, index 1.", logs.Lines);
        Assert.Equal(101, logs.Lines.Count(l => l.StartsWith("Warning Monitor skipped a fact:", StringComparison.Ordinal)));
        Assert.Contains("Warning Monitor skipped 200 more facts of the same call, 300 in all", logs.Lines);
        Assert.Contains(
            logs.Lines,
            l => l.StartsWith("Information Monitor loaded: 2 standings", StringComparison.Ordinal)
                && l.EndsWith(", 301 facts skipped", StringComparison.Ordinal));
        await host.StopAsync();
    }

    [Fact]
    public void Monitor_WithoutAccountRules_SaysWhatIsMissing()
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddPolicyMonitor();
        using var host = builder.Build();

        var e = Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredService<PolicyMonitor>());
        Assert.Equal("A monitor needs a policy: call services.AddAccountRules(…) before services.AddPolicyMonitor(…).", e.Message);
    }

    private IHost Sample(FakeTime time, RecordingLogs logs)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "data", "policy.json"), Path.Combine(folder, "policy.json"), overwrite: true);
        var builder = MonitorHost.CreateBuilder();
        builder.Configuration["AccountRules:PolicyFile"] = Path.Combine(folder, "policy.json");
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Logging.ClearProviders().AddProvider(logs);
        return builder.Build();
    }

    private static async Task Until(Func<bool> condition, RecordingLogs logs)
    {
        for (var i = 0; i < 2000 && !condition(); i++)
            await Task.Delay(10);

        Assert.True(condition(), string.Join('\n', logs.Lines.TakeLast(10)));
    }

    private static int Count(PolicyMonitor monitor, Standing standing) =>
        monitor.Counts.Where(c => c.RuleId == "fte-fulfillment" && c.Standing == standing).Sum(c => c.Count);

    /// <summary>Both wait for the clock: the source, which looks at the policy's file, and the service, for the next day.</summary>
    private static bool DayIsAwaited(FakeTime time) => time.Waiting == 2;

    private static bool IsFollowed(RecordingLogs logs) => logs.Lines.Any(l => l.StartsWith("Information fte-fulfillment:", StringComparison.Ordinal));

    /// <summary>The monitor's standings, those of the orders assessed afresh.</summary>
    private static Dictionary<string, Assessment> Standings(PolicyMonitor monitor)
    {
        var standings = monitor.Snapshot().FindAll();
        Assert.All(
            standings.Where(a => a.Rule.Id == "fte-fulfillment"),
            a => Assert.Equal(monitor.Policy.FteFulfillment.Assess(monitor.Fact<FteOrder>(a.Subject)!, monitor.AsOf), a));
        return standings.ToDictionary(a => $"{a.Rule.Id} {a.Subject} {a.Period} {a.Part}");
    }

    private static string[] Changes(RecordingLogs logs) =>
        [.. logs.Lines.Where(line => Enum.GetNames<ChangeKind>().Any(kind => line.StartsWith($"Information {kind}: ", StringComparison.Ordinal)))];

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
