using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AccountRules.Hosting;

/// <summary>
/// The health of a <see cref="PolicySource"/>: <see cref="HealthStatus.Degraded"/> while the newest policy could not be used, or read, and an older one is in
/// force; otherwise <see cref="HealthStatus.Healthy"/>. Add it by <c>services.AddHealthChecks().AddCheck&lt;PolicyHealthCheck&gt;("policy")</c>. Safe for use
/// by many threads.
/// </summary>
/// <param name="source">The source.</param>
public sealed class PolicyHealthCheck(PolicySource source) : IHealthCheck
{
    /// <summary>
    /// The health as it is now; reads nothing anew. The data are <c>policy</c>, <c>since</c> and, while degraded, <c>refusedAt</c> and <c>problems</c>.
    /// </summary>
    /// <param name="context">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = source.State;
        var policy = $"Policy {state.Setup.Policy}";
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["policy"] = state.Setup.Policy.ToString(), ["since"] = Moment(state.Since) };
        if (state is not { IsStale: true, LastRefusal: { } refusal })
            return Task.FromResult(HealthCheckResult.Healthy($"{policy} is in force since {Moment(state.Since)}.", data));

        (data["refusedAt"], data["problems"]) = (Moment(refusal.At), refusal.Problems);
        return Task.FromResult(HealthCheckResult.Degraded(
            $"{policy} stays in force; the policy changed at {Moment(refusal.At)} cannot be used: {string.Join(' ', refusal.Problems)}", data: data));
    }

    private static string Moment(DateTimeOffset moment) => moment.ToString("u", CultureInfo.InvariantCulture);
}
