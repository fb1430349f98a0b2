using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AccountRules;

/// <summary>
/// What the library tells of its work to whoever listens: traces and measurements, under one name. All of them are listed in <c>docs/operations.md</c>.
/// Nothing is made, and nothing allocated, while nobody listens; of single facts nothing is told at all. Safe for use by many threads.
/// </summary>
public static class AccountRulesTelemetry
{
    /// <summary>
    /// The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>, such as for <c>AddSource</c> and <c>AddMeter</c> of OpenTelemetry.
    /// </summary>
    public const string Name = "AccountRules";

    internal static readonly ActivitySource Source = new(Name, LibraryVersions.Own);
    private static readonly Meter Meter = new(Name, LibraryVersions.Own);

    private static readonly Counter<long> Judged = Meter.CreateCounter<long>(
        TelemetryNames.BulkFacts, unit: "{fact}", description: "Facts judged by calls that judge or count many at once.");

    /// <summary>Begins the trace of a call over many facts; <c>null</c> where nobody listens. It counts as failed until it is <see cref="Done"/>.</summary>
    internal static Activity? Bulk(Rule rule, DateOnly? asOf) => !Source.HasListeners()
        ? null
        : Begin(TelemetryNames.Bulk)?.SetTag(TelemetryNames.RuleId, rule.Id).Of(rule.Info.PolicyName, rule.Info.PolicyVersion, asOf);

    internal static void Done(Activity? activity, Rule rule, long facts)
    {
        activity?.SetTag(TelemetryNames.Facts, facts).SetStatus(ActivityStatusCode.Unset);
        if (Judged.Enabled)
            Judged.Add(facts, new KeyValuePair<string, object?>(TelemetryNames.RuleId, rule.Id));
    }

    /// <summary>Begins a trace, which counts as failed until its status is said.</summary>
    internal static Activity? Begin(string name) => Source.StartActivity(name)?.SetStatus(ActivityStatusCode.Error);

    internal static Activity Of(this Activity activity, string? policy, string? version, DateOnly? asOf) => activity
        .SetTag(TelemetryNames.PolicyName, policy)
        .SetTag(TelemetryNames.PolicyVersion, version)
        .SetTag(TelemetryNames.AsOf, asOf is { } day && day != DateOnly.MaxValue ? Wording.Texts.Date(day) : null);
}
