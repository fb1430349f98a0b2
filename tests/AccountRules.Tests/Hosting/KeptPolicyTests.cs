using AccountRules.Facts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AccountRules.Tests.Hosting;

/// <summary>A policy that the monitor could not take up, since a fact could not be judged under it.</summary>
public sealed class KeptPolicyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("accountrules").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Policy_UnderWhichAFactThrew_IsTakenUpWithinTheHourOnceTheFactIsMended()
    {
        var (file, row) = (Path.Combine(folder, "policy.json"), new Row());
        await File.WriteAllTextAsync(file, """{ "version": "1" }""");
        var (time, logs) = (new FakeTime(new(2026, 3, 9, 12, 0, 0, TimeSpan.Zero)), new RecordingLogs());
        await using var provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddLogging(logging => logging.AddProvider(logs))
            .AddAccountRules(options => options.PolicyFile = file)
            .AddPolicyMonitor(
                (_, monitor, _) =>
                {
                    monitor.Add(row);
                    return Task.CompletedTask;
                },
                MonitoredRules.None.With(p => p.FteFulfillment.For<Row>(
                    r => new FteOrder { OrderId = r.Id, OrderedOn = r.PlacedOn, FulfilledOn = r.FilledOn })))
            .BuildServiceProvider();
        var services = provider.GetServices<IHostedService>().ToList();
        foreach (var service in services)
            await service.StartAsync(default);

        await Until(() => time.Waiting == 2);
        var monitor = provider.GetRequiredService<PolicyMonitor>();
        row.IsBroken = true;
        await File.WriteAllTextAsync(file + ".new", """{ "version": "2" }""");
        File.Move(file + ".new", file, overwrite: true);
        await Until(() => logs.Lines.Any(line => line.StartsWith("Error Monitor stays with policy account-management 1:", StringComparison.Ordinal))
            && time.Waiting == 2);
        Assert.Equal("1", monitor.Policy.Version);

        row.IsBroken = false;
        time.SetUtcNow(time.GetUtcNow().AddHours(1));

        await Until(() => monitor.Policy.Version == "2");
        foreach (var service in services)
            await service.StopAsync(default);
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 10_000 && !condition(); i++)
            await Task.Delay(1);

        Assert.True(condition());
    }

    private sealed class Row
    {
        public string Id { get; } = "1";

        public bool IsBroken { get; set; }

        public DateOnly PlacedOn => IsBroken ? throw new FormatException("32.13.2026") : new(2026, 3, 1);

        public DateOnly? FilledOn { get; set; }
    }
}
