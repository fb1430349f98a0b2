using System.Diagnostics.Metrics;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;

namespace AccountRules.Hosting;

/// <summary>What is measured of a hosted monitor, and of the hand-over of its changes; <c>docs/operations.md</c> lists it.</summary>
internal sealed class MonitorMetrics : IDisposable
{
    private readonly HostMeter meter;
    private readonly Dictionary<(string RuleId, ChangeKind Kind), long> changes = [];

    public MonitorMetrics(PolicyMonitor monitor, PolicyClock clock, IServiceProvider services)
    {
        meter = new(services);
        meter.Of.CreateObservableCounter(
            TelemetryNames.MonitorChanges, Changes, unit: "{change}", description: "Changes of standing that the monitor has told, but for those of the load.");
        meter.Of.CreateObservableUpDownCounter(
            TelemetryNames.MonitorStandings,
            () => monitor.IsBroken ? [] : monitor.Counts.Select(c => new Measurement<int>(
                c.Count, new(TelemetryNames.RuleId, c.RuleId), new KeyValuePair<string, object?>(TelemetryNames.Standing, c.Standing.ToString()))),
            unit: "{standing}", description: "Standings that there are.");
        meter.Of.CreateObservableCounter(
            TelemetryNames.MonitorSkipped, () => monitor.SkippedCount, unit: "{fact}", description: "Facts that could not be taken in and were skipped.");
        meter.Of.CreateObservableGauge(
            TelemetryNames.MonitorBehind, () => clock.Today.DayNumber - monitor.AsOf.DayNumber, unit: "d",
            description: "Days from the monitor's date to today; below 0 where the clock was put back.");

        var handOver = services.GetRequiredService<HandOver>();
        meter.Of.CreateObservableUpDownCounter(
            TelemetryNames.HandOverPending, () => handOver.Pending, unit: "{change}", description: "Changes that the host's handler has not taken yet.");
        meter.Of.CreateObservableCounter(
            TelemetryNames.HandOverFailures, () => handOver.Failures, unit: "{failure}", description: "Times that the host's handler failed.");
    }

    /// <summary>Counts what a call has told; no listener is called meanwhile, since what it threw would break the monitor.</summary>
    public void Count(StandingChange[] made)
    {
        lock (changes)
        {
            foreach (var change in made)
                CollectionsMarshal.GetValueRefOrAddDefault(changes, (change.Rule.Id, change.Kind), out _)++;
        }
    }

    private Measurement<long>[] Changes()
    {
        lock (changes)
        {
            return
            [
                .. changes.Select(c => new Measurement<long>(
                    c.Value, new(TelemetryNames.RuleId, c.Key.RuleId),
                    new KeyValuePair<string, object?>(TelemetryNames.ChangeKind, c.Key.Kind.ToString()))),
            ];
        }
    }

    public void Dispose() => meter.Dispose();
}
