using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>
/// "Days by severity: severities [name, routeWithinDays, resolveWithinDays] (no default)." What is resolved and was never routed is still to be routed.
/// </summary>
internal static class EscalationOracle
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

        if (severity is null)
            return Expected.Undetermined;

        if (done is { } end && end <= asOf)
        {
            var took = end.DayNumber - raised.DayNumber;
            return took < 0 ? Expected.Undetermined
                : took <= limit(severity) ? new(Standing.Met, "InTime", Days: took)
                : new(Standing.Late, "Late", Days: took);
        }

        var open = asOf.DayNumber - raised.DayNumber;
        return open <= limit(severity) ? new(Standing.OnTrack, "InTime", Days: open) : new(Standing.Overdue, "Late", Days: open);
    }
}
