using System.Diagnostics.Metrics;

namespace AccountRules.Hosting;

/// <summary>What is measured of the policy in force; <c>docs/operations.md</c> lists it.</summary>
internal sealed class PolicyMetrics : IDisposable
{
    private readonly HostMeter meter;

    public PolicyMetrics(PolicySource source, IServiceProvider services)
    {
        meter = new(services);
        meter.Of.CreateObservableGauge(
            TelemetryNames.PolicyInfo, () => new Measurement<int>(
                1, new(TelemetryNames.PolicyName, source.Current.Name), new(TelemetryNames.PolicyVersion, source.Current.Version),
                new KeyValuePair<string, object?>(TelemetryNames.PolicyFingerprint, source.Current.Fingerprint)),
            unit: "{policy}", description: "1, with the policy in force as tags.");
        meter.Of.CreateObservableGauge(
            TelemetryNames.PolicyStale, () => source.IsStale ? 1 : 0, unit: "{policy}",
            description: "1 while the newest policy could not be used and an older one is in force; otherwise 0.");
        meter.Of.CreateObservableCounter(
            TelemetryNames.PolicyReloads,
            () => source.Reloads.Select(r => new Measurement<long>(r.Count, new KeyValuePair<string, object?>(TelemetryNames.Outcome, r.Outcome))),
            unit: "{reload}", description: "Changes of the policy that were read since the start, by what came of them.");
    }

    public void Dispose() => meter.Dispose();
}
