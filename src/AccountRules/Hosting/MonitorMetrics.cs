using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace AccountRules.Hosting;

/// <summary>Meter <c>AccountRules</c>: gauge <c>accountrules.standings</c>, how many standings there are, by <c>rule</c> and <c>standing</c>.</summary>
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
            () => monitor.Counts.Select(c => new Measurement<int>(c.Count, new("rule", c.RuleId), new KeyValuePair<string, object?>("standing", c.Standing.ToString()))),
            unit: "{standing}",
            description: "Standings that there are, by rule and standing.");
    }

    public void Dispose()
    {
        if (isOwned)
            meter.Dispose();
    }
}
