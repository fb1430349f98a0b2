using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "Up to 35% enters the Performance Improvement Plan": with the period that is so many in a row in such a band, once it has ended; and the plan is started
/// within so many days of the day after it. Read backwards from each period of an assignment.
/// </summary>
internal static class ImprovementPlanStartReading
{
    private enum Placed
    {
        Out,
        In,
        Unknown,
    }

    public static Dictionary<FactKey, Expected> Of(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf)
    {
        PayPeriod[] all = [.. facts.OfType<PayPeriod>().Where(p => !InForce.IsBefore(terms.EffectiveFrom, p.Period.Start))];
        var plans = facts.OfType<ImprovementPlan>().ToLookup(plan => plan.EmployeeId, StringComparer.Ordinal);
        Dictionary<FactKey, Expected> expected = [];
        foreach (var last in all.Where(p => p.Period.End < DateOnly.MaxValue))
        {
            var possible = PossibleCounts(last, all, terms);
            if (!possible.Contains(terms.ImprovementPlanStart.AfterPeriods))
                continue;

            var entered = last.Period.End.AddDays(1);
            var isEntered = PlaceOf(last, terms) == Placed.In && possible.Min() == terms.ImprovementPlanStart.AfterPeriods;
            expected[new(last.EmployeeId, last.Period, last.AssignmentId)] =
                InForce.From(terms.EffectiveFrom, entered, Started(terms.ImprovementPlanStart, plans[last.EmployeeId], entered, isEntered, asOf));
        }

        return expected;
    }

    /// <summary>With how many periods in a row a period may be in such a band: one that is not known may be in it or not.</summary>
    private static HashSet<int> PossibleCounts(PayPeriod period, PayPeriod[] all, PolicyTerms terms)
    {
        var placed = PlaceOf(period, terms);
        if (placed == Placed.Out)
            return [0];

        HashSet<int> possible =
        [
            .. all.Where(p => p.EmployeeId == period.EmployeeId && p.AssignmentId == period.AssignmentId && PeriodKind.IsRightBefore(p.Period, period.Period))
                .SelectMany(p => PossibleCounts(p, all, terms)).DefaultIfEmpty(0).Select(count => count + 1),
        ];
        if (placed == Placed.Unknown)
            possible.Add(0);

        return possible;
    }

    private static Placed PlaceOf(PayPeriod period, PolicyTerms terms)
    {
        var said = PerformancePayReading.Of(period, DateOnly.MaxValue, terms.PerformancePay);
        return said.Band is null ? Placed.Unknown : said.Programme is null ? Placed.Out : Placed.In;
    }

    private static Expected Started(
        ImprovementPlanStartTerms terms, IEnumerable<ImprovementPlan> plans, DateOnly entered, bool isEntered, DateOnly asOf)
    {
        if (entered > asOf)
            return Expected.NotBegun;

        if (terms.StartWithinDays is not { } limit || !isEntered)
            return Expected.Undetermined;

        DateOnly? started = null;
        var isUndated = false;
        foreach (var plan in plans)
        {
            if (plan.StartedOn is not { } start)
            {
                isUndated = true;
                continue;
            }

            if (start > asOf)
                continue;

            // "Who has a plan running needs no other"; one that was over by its start was never started.
            DateOnly? answers = start >= entered
                ? plan.WithdrawnOn <= start || plan.LeftOn <= start ? null : start
                : plan.CompletedOn < entered || plan.WithdrawnOn < entered || plan.LeftOn < entered ? null : entered;
            if (answers is { } day && (started is null || day < started))
                started = day;
        }

        if (started is null && isUndated)
            return Expected.Undetermined;

        var days = (started ?? asOf).DayNumber - entered.DayNumber;
        var (isDone, level) = (started is not null, (string?)null);
        foreach (var one in terms.Levels)
        {
            if (days >= limit + one.DaysPast)
                level = one.Name;
        }

        if (days > limit)
            return new(isDone ? Standing.Late : Standing.Overdue, level ?? "PastDue");

        return terms.AtRiskFromShare is { } share && Fraction.Of(days) >= Fraction.Of(share) * Fraction.Of(limit)
            ? new(isDone ? Standing.Met : Standing.AtRisk, "DueSoon")
            : new(isDone ? Standing.Met : Standing.OnTrack, "InTime");
    }
}
