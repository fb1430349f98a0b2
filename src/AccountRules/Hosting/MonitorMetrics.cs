using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace AccountRules.Hosting;

/// <summary>
/// Meter <c>AccountRules</c>: gauge <c>accountrules.standings</c>, how many standings there are, by <c>rule</c> and <c>standing</c>; counter
/// <c>accountrules.skipped</c>.
/// </summary>
internal sealed class MonitorMetrics : IDisposable
{
    private readonly Meter meter;
    private readonly bool isOwned;

    public MonitorMetrics(PolicyMonitor monitor, IServiceProvider services)
    {
        var factory = services.GetService<IMeterFactory>();
        (meter, isOwned) = (factory?.Create("AccountRules") ?? new Meter("AccountRules"), factory is null);
        meter.CreateObservableGauge(
            "accountrules.standings",
            () => monitor.IsBroken
                ? []
                : monitor.Counts.Select(c => new Measurement<int>(
                    c.Count, new("rule", c.RuleId), new KeyValuePair<string, object?>("standing", c.Standing.ToString()))),
            unit: "{standing}",
            description: "Standings that there are, by rule and standing.");
        meter.CreateObservableCounter(
            "accountrules.skipped", () => monitor.SkippedCount, unit: "{fact}", description: "Facts that could not be taken in and were skipped.");
    }

    public void Dispose()
    {
        if (isOwned)
            meter.Dispose();
    }
}
