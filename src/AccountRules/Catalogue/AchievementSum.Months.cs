using AccountRules.Facts;
using AccountRules.Numbers;

namespace AccountRules;

internal sealed partial class AchievementSum
{
    /// <summary>Of the months of a longer period, as the plan says. The first month in which something is wrong is its cause.</summary>
    /// <param name="all">The results that have days of the period.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="months">The months of the period, in order.</param>
    public static AchievementSum Of(KpiResult[] all, KpiPlanTerms plan, Period[] months)
    {
        var isSum = plan.RollUp == PeriodRollUp.Sum;
        var byPeriod = all.ToLookup(result => result.Period);
        var each = Array.ConvertAll(months, month => Of([.. byPeriod[month]], plan, isPart: isSum));
        var made = new AchievementSum([]) { count = each.Sum(part => part.count), unknown = [.. UnknownIn(each)] };
        foreach (var result in all.Where(result => Array.IndexOf(months, result.Period) < 0).OrderBy(r => r.Period).ThenBy(r => r.Kpi, StringComparer.Ordinal))
            made.Fail(Cause.NotOfAMonth, result.Kpi, result.Period);

        for (var i = 0; i < months.Length; i++)
        {
            if (!each[i].cause.IsNone)
                made.Fail(each[i].cause, each[i].about, months[i]);
        }

        foreach (var (kpi, i) in plan.Kpis.Select((kpi, i) => (kpi, i)))
        {
            made.weights.Add(kpi.Weight, 1, 1);
            foreach (var part in each)
            {
                if (part.results.TryGetValue(kpi.Name, out var result))
                    made.results.TryAdd(kpi.Name, result);
            }

            var ofKpi = new AchievementPart { Kpi = kpi.Name, Direction = kpi.Direction, Weight = kpi.Weight, Months = months.Length };
            if (Array.Find(each, part => !part.parts[i].Part.Cause.IsNone) is { } wrong)
                made.parts.Add((ofKpi with { Cause = wrong.parts[i].Part.Cause }, new()));
            else if (isSum)
                made.AddSum(kpi, [.. each.Select(part => part.results[kpi.Name])], ofKpi);
            else
                made.AddMean([.. each.Select(part => part.parts[i].Brings)], ofKpi, kpi.PaysFrom);
        }

        return made;
    }

    private static IEnumerable<string> UnknownIn(AchievementSum[] months) =>
        months.SelectMany(part => part.unknown).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>A KPI's actuals together over its targets together, or the other way round where lower is better.</summary>
    private void AddSum(KpiTerms kpi, KpiResult[] results, AchievementPart of)
    {
        var (actual, target) = (new ExactSum(), new ExactSum());
        foreach (var result in results)
        {
            actual.Add(1, result.Actual!.Value, 1);
            target.Add(1, result.Target!.Value, 1, result.TargetShare ?? 1, result.TargetShareOf ?? 1);
        }

        of = of with { Target = target.Nearest, Actual = actual.Nearest };
        var (part, whole) = kpi.Direction == Direction.LowerIsBetter ? (target, actual) : (actual, target);
        var ratio = whole.IsAbove0 ? part.DividedBy(whole) : null;
        var wrong = !whole.IsAbove0 && kpi.Cap is null ? Cause.Unbounded : of.Target is null || of.Actual is null ? Cause.TooLarge : Cause.None;
        if (!wrong.IsNone)
        {
            Fail(wrong, kpi.Name);
            parts.Add((of with { Cause = wrong }, new()));
            return;
        }

        CheckGate(kpi.Name, kpi.PaysFrom, least => !whole.IsAbove0 || part.CompareTo(least, whole) >= 0);
        var bound = kpi.Cap is { } most && (!whole.IsAbove0 || part.CompareTo(most, whole) > 0) ? AttainmentBound.Cap
            : kpi.Floor is { } least && part.CompareTo(least, whole) < 0 ? AttainmentBound.Floor
            : AttainmentBound.None;
        var counted = bound switch { AttainmentBound.Cap => kpi.Cap, AttainmentBound.Floor => kpi.Floor, _ => null };
        Add(of with { Attained = ratio, Bound = bound, Counted = counted ?? ratio }, brings =>
        {
            if (counted is { } end)
                brings.Add(kpi.Weight, end, 1);
            else
                brings.Add(kpi.Weight, part, whole);
        });
    }

    /// <summary>The mean of what a KPI brought in each month; its gate is asked of that mean.</summary>
    private void AddMean(ExactSum[] months, AchievementPart of, decimal? gate)
    {
        var (all, weight, count) = (new ExactSum(), new ExactSum(), new ExactSum());
        foreach (var month in months)
            all.Add(month);

        weight.Add(of.Weight, months.Length, 1);
        count.Add(1, months.Length, 1);
        CheckGate(of.Kpi, gate, least => all.CompareTo(least, weight) >= 0);
        Add(of with { Counted = weight.IsZero ? null : all.DividedBy(weight) }, brings => brings.Add(1, all, count));
    }
}
