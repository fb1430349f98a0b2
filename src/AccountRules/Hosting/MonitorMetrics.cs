using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace AccountRules.Hosting;

/// <summary>What is measured of a hosted monitor, and of the hand-over of its changes; <c>docs/operations.md</c> lists it.</summary>
internal sealed class MonitorMetrics : IDisposable
{
    private readonly HostMeter meter;
    private readonly Counter<long> changes;

    public MonitorMetrics(PolicyMonitor monitor, PolicyClock clock, IServiceProvider services)
    {
        meter = new(services);
        changes = meter.Of.CreateCounter<long>(
            TelemetryNames.MonitorChanges, unit: "{change}", description: "Changes of standing that the monitor has told, but for those of the load.");
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

    public void Count(StandingChange[] made)
    {
        if (!changes.Enabled)
            return;

        foreach (var change in made)
        {
            changes.Add(
                1, new(TelemetryNames.RuleId, change.Rule.Id), new KeyValuePair<string, object?>(TelemetryNames.ChangeKind, change.Kind.ToString()));
        }
    }

    public void Dispose() => meter.Dispose();
}
