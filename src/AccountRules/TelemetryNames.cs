namespace AccountRules;

/// <summary>The names of traces, instruments and tags, which <c>docs/operations.md</c> lists; a test compares.</summary>
internal static class TelemetryNames
{
    // Traces
    public const string Bulk = "accountrules.bulk";
    public const string Reload = "accountrules.policy.reload";
    public const string Load = "accountrules.monitor.load";
    public const string Advance = "accountrules.monitor.advance";
    public const string Swap = "accountrules.monitor.swap";
    public const string HandOver = "accountrules.monitor.handover";

    // Instruments
    public const string BulkFacts = "accountrules.bulk.facts";
    public const string PolicyInfo = "accountrules.policy.info";
    public const string PolicyStale = "accountrules.policy.stale";
    public const string PolicyReloads = "accountrules.policy.reloads";
    public const string MonitorStandings = "accountrules.monitor.standings";
    public const string MonitorChanges = "accountrules.monitor.changes";
    public const string MonitorSkipped = "accountrules.monitor.skipped";
    public const string MonitorBehind = "accountrules.monitor.behind";
    public const string HandOverPending = "accountrules.monitor.handover.pending";
    public const string HandOverFailures = "accountrules.monitor.handover.failures";

    // Tags
    public const string RuleId = "accountrules.rule.id";
    public const string Standing = "accountrules.standing";
    public const string ChangeKind = "accountrules.change.kind";
    public const string Changes = "accountrules.changes";
    public const string Facts = "accountrules.facts";
    public const string AsOf = "accountrules.as_of";
    public const string PolicyName = "accountrules.policy.name";
    public const string PolicyVersion = "accountrules.policy.version";
    public const string PolicyFingerprint = "accountrules.policy.fingerprint";
    public const string Outcome = "accountrules.reload.outcome";
    public const string ErrorType = "error.type";
}
