using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "Days by severity: severities [name, routeWithinDays, resolveWithinDays] (no default)." What is resolved and was never routed is still to be routed.
/// </summary>
internal static class EscalationReading
{
    public static Expected OfRouting(PolicyTerms terms, Escalation fact, DateOnly asOf) => Of(terms, fact, fact.RoutedOn, s => s.RouteWithinDays, asOf);

    public static Expected OfResolution(PolicyTerms terms, Escalation fact, DateOnly asOf) => Of(terms, fact, fact.ResolvedOn, s => s.ResolveWithinDays, asOf);

    private static Expected Of(PolicyTerms terms, Escalation fact, DateOnly? done, Func<SeverityTerms, int> limit, DateOnly asOf)
    {
        if (fact.RaisedOn is not { } raised)
            return Expected.Undetermined;

        if (raised > asOf)
            return Expected.NotBegun;

        SeverityTerms? severity = null;
        foreach (var one in terms.Escalation.Severities)
        {
            if (one.Name == fact.Severity)
                severity = one;
        }

        var counted = new DayReading(terms, terms.Escalation.Calendar, fact.Calendar, fact.Pauses);
        if (severity is null)
            return Expected.Undetermined;

        if (done is { } end && end <= asOf)
        {
            return end < raised || counted.Between(raised, end) is not { } took ? Expected.Undetermined
                : took <= limit(severity) ? new(Standing.Met, InTime(took), Days: took)
                : new Expected(Standing.Late, "Late", Days: took).At(took - limit(severity), terms.Escalation.Levels);
        }

        return counted.Between(raised, asOf) is not { } open ? Expected.Undetermined
            : open > limit(severity) ? new Expected(Standing.Overdue, "Late", Days: open).At(open - limit(severity), terms.Escalation.Levels)
            : new(InTime(open) == "DueSoon" ? Standing.AtRisk : Standing.OnTrack, InTime(open), Days: open);

        string InTime(int day) =>
            terms.Escalation.AtRiskFromShare is { } share && LevelReading.IsWarned(day, share, limit(severity)) ? "DueSoon" : "InTime";
    }
}
