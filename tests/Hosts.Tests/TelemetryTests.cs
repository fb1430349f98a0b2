using System.Diagnostics;
using AccountRules.Facts;
using AccountRules.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AccountRules.Hosts.Tests;

/// <summary>What OpenTelemetry's in-memory exporter reads of a host: its traces and its measurements, by their documented names and tags.</summary>
[Collection("One after the other: what one process tells is told to all of its listeners")]
public sealed class TelemetryTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 9);

    private readonly string folder = Directory.CreateTempSubdirectory("accountrules").FullName;
    private readonly List<Activity> traces = [];
    private readonly List<MetricSnapshot> metrics = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Policy> RunAsync()
    {
        using var tracer = Sdk.CreateTracerProviderBuilder().AddSource(AccountRulesTelemetry.Name).AddInMemoryExporter(traces).Build();
        using var meter = Sdk.CreateMeterProviderBuilder().AddMeter(AccountRulesTelemetry.Name).AddInMemoryExporter(metrics).Build();
        var time = new FakeTime(new(Day, new(12, 0), TimeSpan.Zero));
        var policy = Path.Combine(folder, "policy.json");
        await File.WriteAllTextAsync(policy, """{ "version": "1" }""");
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<Handler>().AddScoped<IChangeHandler>(s => s.GetRequiredService<Handler>());
        builder.Services.AddAccountRules(options => options.PolicyFile = policy).AddPolicyMonitor((_, monitor, _) =>
        {
            monitor.TryAddRange([Order("1", 90), Order("2", 10), Order("2", 10)]);
            return Task.CompletedTask;
        }, MonitoredRules.None.With(p => p.FteFulfillment));
        using var host = builder.Build();
        await host.StartAsync();
        var (monitor, source) = (host.Services.GetRequiredService<PolicyMonitor>(), host.Services.GetRequiredService<PolicySource>());
        await Until(() => time.Waiting == 2);

        time.SetUtcNow(new(Day.AddDays(1), new(12, 0), TimeSpan.Zero));
        await Until(() => monitor.AsOf == Day.AddDays(1) && time.Waiting == 2);
        await Replace(policy, """{ "version": "2", "fteFulfillment": { "limitDays": 120, "atRiskFromDay": 100 } }""");
        await Until(() => monitor.Policy.Version == "2");
        await Replace(policy, "{");
        await Until(() => source.IsStale);
        var counts = source.Current.FteFulfillment.CountByStanding([Order("3", 1), Order("4", 1), Order("5", 1)], Day);
        Assert.Equal(3, counts[Standing.OnTrack]);
        Assert.Throws<ArgumentException>(() => source.Current.FteFulfillment.CountByStanding([Order("3", 1), null!], Day));
        var health = host.Services.GetRequiredService<PolicyMonitorHealthCheck>();
        await Until(() => host.Services.GetRequiredService<Handler>().Taken == 2 && health.CheckHealthAsync(new()).Result.Data["pending"] is 0L);
        meter.ForceFlush();
        tracer.ForceFlush();
        await host.StopAsync();
        return source.Current;
    }

    [Fact]
    public async Task Host_ThatLoadsMovesOnReloadsAndHandsOver_IsReadBack()
    {
        var policy = await RunAsync();

        Assert.Equal(
            "accountrules.facts=2, accountrules.policy.name=account-management, accountrules.policy.version=1, accountrules.as_of=2026-03-09",
            Span("accountrules.monitor.load"));
        Assert.Equal(
            "accountrules.changes=1, accountrules.policy.name=account-management, accountrules.policy.version=1, accountrules.as_of=2026-03-10",
            Span("accountrules.monitor.advance"));
        Assert.Equal(
            "accountrules.changes=1, accountrules.policy.name=account-management, accountrules.policy.version=2, accountrules.as_of=2026-03-10",
            Span("accountrules.monitor.swap"));
        const string second = "accountrules.policy.name=account-management, accountrules.policy.version=2";
        Assert.Contains($"{second}, accountrules.reload.outcome=taken_up", Spans("accountrules.policy.reload"));
        Assert.Contains($"Error {second}, accountrules.reload.outcome=refused", Spans("accountrules.policy.reload"));
        Assert.Equal(
            ["accountrules.changes=1, accountrules.as_of=2026-03-10", "accountrules.changes=1, accountrules.as_of=2026-03-10"],
            Spans("accountrules.monitor.handover"));
        Assert.Equal(
            [
                $"accountrules.facts=3, {second}, accountrules.rule.id=fte-fulfillment, accountrules.as_of=2026-03-09",
                $"Error {second}, accountrules.rule.id=fte-fulfillment, accountrules.as_of=2026-03-09",
            ],
            Spans("accountrules.bulk"));

        Assert.Equal(["accountrules.rule.id=fte-fulfillment: 3"], Points("accountrules.bulk.facts"));
        Assert.Equal(
            [
                $"accountrules.policy.fingerprint={policy.Fingerprint}, accountrules.policy.name=account-management, accountrules.policy.version=2: 1",
            ],
            Points("accountrules.policy.info"));
        Assert.Equal([": 1"], Points("accountrules.policy.stale"));
        Assert.Equal(
            ["accountrules.reload.outcome=refused: 1", "accountrules.reload.outcome=taken_back: 0", "accountrules.reload.outcome=taken_up: 1"],
            Points("accountrules.policy.reloads"));
        Assert.Equal(["accountrules.rule.id=fte-fulfillment, accountrules.standing=OnTrack: 2"], Points("accountrules.monitor.standings"));
        Assert.Equal(["accountrules.change.kind=Changed, accountrules.rule.id=fte-fulfillment: 2"], Points("accountrules.monitor.changes"));
        Assert.Equal([": 1"], Points("accountrules.monitor.skipped"));
        Assert.Equal([": 0"], Points("accountrules.monitor.behind"));
        Assert.Equal([": 0"], Points("accountrules.monitor.handover.pending"));
        Assert.Equal([": 0"], Points("accountrules.monitor.handover.failures"));
    }

    [Fact]
    public async Task OperationsPage_WhatItAdds_ReadsTheHost()
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddAccountRules().AddPolicyMonitor(rules: MonitoredRules.None.With(p => p.FteFulfillment));

        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(AccountRulesTelemetry.Name))     // "AccountRules"
            .WithMetrics(metrics => metrics.AddMeter(AccountRulesTelemetry.Name));
        builder.Services.AddHealthChecks()
            .AddCheck<PolicyHealthCheck>("policy")
            .AddCheck<PolicyMonitorHealthCheck>("monitor");

        builder.Services.ConfigureOpenTelemetryMeterProvider(meter => meter.AddInMemoryExporter(metrics));
        using var host = builder.Build();
        await host.StartAsync();
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        host.Services.GetRequiredService<MeterProvider>().ForceFlush();
        await host.StopAsync();

        Assert.Equal("AccountRules", AccountRulesTelemetry.Name);
        Assert.Equal(["monitor Healthy", "policy Healthy"], health.Entries.Select(e => $"{e.Key} {e.Value.Status}").Order(StringComparer.Ordinal));
        Assert.Contains("accountrules.policy.info", metrics.Select(m => m.Name));
        Assert.Contains("accountrules.monitor.behind", metrics.Select(m => m.Name));
        Snippets.AreIn("operations.md", "TelemetryTests.cs", count: 1);
    }

    [Fact]
    public async Task OperationsPage_ListsWhatIsSeen_WithKindsUnitsAndTags()
    {
        await RunAsync();

        Assert.Equal(
            Rows("| instrument |").Select(row => $"{row[0]} | {row[1]} | {row[2]} | {Listed(row[3].Split(", ").Select(tag => tag.Trim('`')))}").Order(),
            metrics.DistinctBy(m => m.Name).Select(m => $"`{m.Name}` | {KindOf(m.MetricType)} | `{m.Unit}` | {Listed(TagsOf(m))}").Order());
        Assert.Equal(
            Rows("| trace |").Select(row => $"{row[0]} | {Listed(row[1].Split(", ").Select(tag => tag.Trim('`')))}").Order(),
            traces.Where(t => t.Status != ActivityStatusCode.Error).GroupBy(t => t.OperationName)
                .Select(t => $"`{t.Key}` | {Listed(t.SelectMany(one => one.TagObjects).Where(tag => tag.Value is not null).Select(tag => tag.Key))}").Order());
    }

    private static IEnumerable<string[]> Rows(string head) => File.ReadLines(Path.Combine(Repository.Root, "docs", "operations.md"))
        .SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());

    private static string KindOf(MetricType type) => type.IsGauge() ? "gauge" : type == MetricType.LongSumNonMonotonic ? "up-down counter" : "counter";

    private static string Listed(IEnumerable<string> tags) =>
        string.Join(", ", tags.Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static List<string> TagsOf(MetricSnapshot metric)
    {
        var tags = new List<string>();
        foreach (var point in metric.MetricPoints)
        {
            foreach (var tag in point.Tags)
                tags.Add(tag.Key);
        }

        return tags;
    }

    private static FteOrder Order(string id, int age) => new() { OrderId = id, AccountId = null, OrderedOn = Day.AddDays(-age) };

    private static async Task Replace(string file, string json)
    {
        await File.WriteAllTextAsync(file + ".new", json);
        File.Move(file + ".new", file, overwrite: true);
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 2000 && !condition(); i++)
            await Task.Delay(5);

        Assert.True(condition());
    }

    private string Span(string name) => Assert.Single(Spans(name));

    private string[] Spans(string name)
    {
        return
        [
            .. traces.Where(t => t.OperationName == name).OrderBy(t => t.StartTimeUtc).Select(t => (t.Status == ActivityStatusCode.Error ? "Error " : "")
                + string.Join(", ", t.TagObjects.Where(tag => tag.Value is not null)
                    .OrderBy(tag => tag.Key == "accountrules.as_of" ? "z" : tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"))),
        ];
    }

    private string[] Points(string name)
    {
        var points = new List<string>();
        foreach (var point in metrics.Last(m => m.Name == name).MetricPoints)
        {
            var tags = new List<string>();
            foreach (var tag in point.Tags)
                tags.Add($"{tag.Key}={tag.Value}");

            var type = metrics.Last(m => m.Name == name).MetricType;
            points.Add($"{string.Join(", ", tags.Order(StringComparer.Ordinal))}: {(type.IsGauge() ? point.GetGaugeLastValueLong() : point.GetSumLong())}");
        }

        return [.. points.Order(StringComparer.Ordinal)];
    }

    private sealed class Handler : IChangeHandler
    {
        public Task<LastTold> LastToldAsync(CancellationToken cancellationToken) => Task.FromResult(new LastTold(Day));

        public int Taken { get; private set; }

        public Task TakeAsync(ChangeBatch batch, CancellationToken cancellationToken)
        {
            Taken++;
            return Task.CompletedTask;
        }
    }
}
