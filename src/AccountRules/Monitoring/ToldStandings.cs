namespace AccountRules.Monitoring;

/// <summary>What lies between the standings that were told and those that there are.</summary>
internal static class ToldStandings
{
    public static ToldChange[] Between(IEnumerable<AssessmentRecord> told, MonitorSnapshot now)
    {
        var before = new Dictionary<(string Rule, FactKey Key), AssessmentRecord>();
        foreach (var record in told)
            before[(record.RuleId, KeyOf(record))] = record;

        var changes = new List<((string Rule, FactKey Key) Of, ToldChange Change)>();
        foreach (var assessment in now.FindAll())
        {
            var key = (assessment.Rule.Id, assessment.Key);
            before.Remove(key, out var was);
            if (was is null || !SaysSame(was, assessment))
                changes.Add((key, new(was, assessment)));
        }

        foreach (var (key, gone) in before)
            changes.Add((key, new(gone, Now: null)));

        string[] rules = [.. now.Rules];
        return
        [
            .. changes.OrderBy(c => (uint)Array.IndexOf(rules, c.Of.Rule)).ThenBy(c => c.Of.Rule, StringComparer.Ordinal).ThenBy(c => c.Of.Key)
                .Select(c => c.Change),
        ];
    }

    private static FactKey KeyOf(AssessmentRecord record) => new(record.Subject, record.Period, record.Part, record.StartedOn);

    /// <summary>Whether what was told is what a monitor would tell no change of.</summary>
    private static bool SaysSame(AssessmentRecord told, in Assessment now)
    {
        var grade = now.Verdict.Grade is >= 0 and var place ? now.Rule.Grades[place] : null;
        return told.Standing == now.Standing
            && string.Equals(told.Cause, now.Cause.IsNone ? null : now.Cause.Code, StringComparison.Ordinal)
            && string.Equals(told.Band, grade?.Band, StringComparison.Ordinal)
            && string.Equals(told.Programme, grade?.Programme, StringComparison.Ordinal)
            && (told.Factor == grade?.Factor || now.Factor != grade?.Factor)   // along a line the factor goes with the value, and pay tells it
            && told.IsProvisional == now.IsProvisional
            && told.Movement == now.Movement
            && told.Waiver == now.Waiver
            && told.Payable == now.Payable
            && (told.Payable is null || string.Equals(told.Currency, now.Currency, StringComparison.Ordinal));
    }
}
