using AccountRules.Facts;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>Gathers the pay periods of an employee that lead into a programme, each time with the plan that was started for it.</summary>
/// <param name="pay">The rule that places a pay period in its band.</param>
/// <param name="afterPeriods">With which consecutive period in the band the programme is entered.</param>
/// <param name="inForce">The first day of the policy: periods that begin before it do not count.</param>
internal sealed class PlanStarts(TierRule<PayPeriod> pay, int afterPeriods, DateOnly? inForce)
{
    public FactGathering<PlanStart> Gathering => new FactGathering<PlanStart>(Rows)
    {
        By = $"with period {afterPeriods}",
        ByCuts = string.Join(", ", pay.Categories.Count == 0
            ? Programmes(pay.Scale!)
            : pay.Categories.SelectMany(table => Programmes(table.Value.Scale!).Select(programme => $"{table.Key}: {programme}"))),
    }
        .From(PayPeriod.Shape, period => [new(period.EmployeeId)])
        .From(ImprovementPlan.Shape, plan => [new(plan.EmployeeId)], plan => plan.StartedOn);

    /// <summary>Once all its periods have ended an entry is what it is: what runs is not counted, since the row begins on the day after.</summary>
    private IEnumerable<PlanStart> Rows(GatheredFacts facts)
    {
        ImprovementPlan[] plans = [.. facts.Of<ImprovementPlan>().OrderBy(plan => plan.StartedOn)];
        foreach (var alike in facts.Of<PayPeriod>().Where(p => !(p.Period.Start < inForce)).GroupBy(p => (p.AssignmentId, p.Period.Kind)))
        {
            // In how many periods up to one that ends on a day the employee may have been in the band; several where a band is not known.
            Dictionary<DateOnly, HashSet<int>> until = [];
            foreach (var period in alike.OrderBy(p => p.Period))
            {
                if (period.Period.DayAfter is not { } entered)
                    continue;

                var grade = pay.PlaceOnceBegun(period, entered);
                var programme = grade >= 0 ? pay.Grades[grade].Programme : null;
                HashSet<int> counts = grade >= 0 && programme is null ? [0]
                    : [.. (until.GetValueOrDefault(period.Period.Start) ?? [0]).Select(count => count + 1), .. grade < 0 ? [0] : Array.Empty<int>()];
                if (!until.TryAdd(entered, counts))
                    until[entered].UnionWith(counts);

                if (counts.Contains(afterPeriods))
                    yield return Row(period, entered, counts.Min() == afterPeriods ? programme : null, plans);
            }
        }
    }

    /// <summary>The bands with a programme, each with where it begins and ends.</summary>
    private static IEnumerable<string> Programmes(Scale scale) =>
        from i in Enumerable.Range(0, scale.Count)
        where scale[i].Programme is not null
        let next = i + 1 < scale.Count ? scale[i + 1].Cut : null
        select scale[i].Programme + (scale[i].Cut is { } begins ? $" {(begins.Edge == Edge.Above ? "above" : "from")} {Texts.Percent(begins.At)}" : "")
            + (next is { } ends ? $" {(ends.Edge == Edge.Above ? "up to" : "below")} {Texts.Percent(ends.At)}" : "");

    private static PlanStart Row(PayPeriod last, DateOnly entered, string? programme, ImprovementPlan[] plans)
    {
        var started = Array.Exists(plans, plan => RunsOn(plan, entered))
            ? entered
            : Array.Find(plans, plan => plan.StartedOn >= entered && !(plan.WithdrawnOn <= plan.StartedOn) && !(plan.LeftOn <= plan.StartedOn))?.StartedOn;
        return new()
        {
            EmployeeId = last.EmployeeId,
            AssignmentId = last.AssignmentId,
            EnteredOn = entered,
            Period = last.Period,
            Programme = programme,
            IsKnown = programme is not null,
            StartedOn = started,
            IsUndated = started is null && Array.Exists(plans, plan => plan.StartedOn is null),
        };
    }

    /// <summary>Who is in the programme already needs no other plan.</summary>
    private static bool RunsOn(ImprovementPlan plan, DateOnly day) =>
        plan.StartedOn < day && !(plan.CompletedOn < day) && !(plan.WithdrawnOn < day) && !(plan.LeftOn < day);
}
