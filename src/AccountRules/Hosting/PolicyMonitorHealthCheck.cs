using AccountRules.Wording;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AccountRules.Hosting;

/// <summary>
/// The health of a hosted <see cref="PolicyMonitor"/>: <see cref="HealthStatus.Unhealthy"/> where it failed in the middle of a call and a new one is to be
/// loaded; <see cref="HealthStatus.Degraded"/> while it is behind today, stays with an older policy, or the host's handler does not take its changes; otherwise
/// <see cref="HealthStatus.Healthy"/>. Add it by <c>services.AddHealthChecks().AddCheck&lt;PolicyMonitorHealthCheck&gt;("monitor")</c>. Safe for use by many
/// threads.
/// </summary>
public sealed class PolicyMonitorHealthCheck : IHealthCheck
{
    private readonly PolicyMonitor monitor;
    private readonly PolicySource source;
    private readonly PolicyClock clock;
    private readonly HandOver handOver;

    internal PolicyMonitorHealthCheck(PolicyMonitor monitor, PolicySource source, PolicyClock clock, HandOver handOver) =>
        (this.monitor, this.source, this.clock, this.handOver) = (monitor, source, clock, handOver);

    /// <summary>
    /// The health as it is now. The data are <c>asOf</c>, <c>today</c>, <c>policy</c> and <c>pending</c>, how many changes are not taken yet.
    /// </summary>
    /// <param name="context">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (asOf, today, policy) = (monitor.AsOf, clock.Today, monitor.Policy);
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["asOf"] = Texts.Date(asOf),
            ["today"] = Texts.Date(today),
            ["policy"] = policy.ToString(),
            ["pending"] = handOver.Pending,
        };
        if (monitor.IsBroken)
        {
            return Task.FromResult(
                HealthCheckResult.Unhealthy("The monitor failed in the middle of a call: restart, so that a new one is loaded.", data: data));
        }

        var failing = handOver.Failing;
        string[] problems =
        [
            .. asOf < today ? [$"The monitor is at {Texts.Date(asOf)}, and today is {Texts.Date(today)}."] : Array.Empty<string>(),
            .. !policy.Equals(source.Current) ? [$"The monitor is under policy {policy}, and {source.Current} is in force."] : Array.Empty<string>(),
            .. failing is not null ? [$"The host's handler does not take the changes: {failing.Message}"] : Array.Empty<string>(),
            .. handOver.WorkingSince is { } since ? [$"The host's handler has been at work on the same changes since {since:u}."] : Array.Empty<string>(),
        ];
        return Task.FromResult(problems.Length > 0
            ? HealthCheckResult.Degraded(string.Join(' ', problems), failing, data)
            : HealthCheckResult.Healthy($"The monitor is at {Texts.Date(asOf)} under policy {policy}.", data));
    }
}
