using AccountRules.Facts;
using AccountRules.Numbers;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>Adds up an achievement: fractions, never rounded quotients. The first thing that is wrong is its cause.</summary>
internal sealed class AchievementSum
{
    private readonly SortedDictionary<string, KpiResult> results = new(StringComparer.Ordinal);
    private readonly ExactSum sum = new();
    private readonly ExactSum weights = new();
    private string[] unknown = [];
    private Cause cause;
    private string? about;

    private AchievementSum(KpiResult[] all)
    {
        var twice = new List<string>();
        foreach (var result in all)
        {
            // Two that agree in everything are one; of two that differ, nobody knows which is right.
            var name = result.Kpi ?? "";
            if (!results.TryAdd(name, result) && results[name] != result && !twice.Contains(name))
                twice.Add(name);
        }

        if (twice.Count > 0)
            Fail(Cause.Duplicate, Texts.Listed([.. twice.Order(StringComparer.Ordinal)]));
    }

    /// <summary>Of the results that came, each with its own weight.</summary>
    public static AchievementSum Of(KpiResult[] all, decimal? cap)
    {
        var made = new AchievementSum(all);
        foreach (var result in made.results.Values)
            made.Add(result, result.Weight ?? 1, result.Direction, cap, floor: null);

        return made;
    }

    /// <summary>Of the KPIs of a plan.</summary>
    public static AchievementSum Of(KpiResult[] all, KpiPlanTerms plan)
    {
        var made = new AchievementSum(all);
        string[] missing = [.. plan.Kpis.Select(kpi => kpi.Name).Where(name => !made.results.ContainsKey(name))];
        if (missing.Length > 0)
            made.Fail(Cause.NoKpiResult, Texts.Listed(missing));

        made.unknown = [.. made.results.Keys.Except(plan.Kpis.Select(kpi => kpi.Name), StringComparer.Ordinal)];
        foreach (var name in made.unknown)
            made.results.Remove(name);

        foreach (var kpi in plan.Kpis.Where(kpi => made.results.ContainsKey(kpi.Name)))
        {
            var result = made.results[kpi.Name];
            if ((result.Weight is { } weight && weight != kpi.Weight) || result.Direction > kpi.Direction)
                made.Fail(Cause.AgainstPlan, kpi.Name);

            made.Add(result, kpi.Weight, kpi.Direction, kpi.Cap, kpi.Floor);
        }

        return made;
    }

    /// <summary>The achievement.</summary>
    public Achievement For(string employee, Period period)
    {
        if (cause.IsNone && weights.IsZero)
            Fail(Cause.NoWeight, kpi: null);

        var mean = cause.IsNone ? sum.DividedBy(weights) : null;
        if (cause.IsNone && mean is null)
            Fail(Cause.TooLarge, kpi: null);

        return new(employee, period, mean, cause, results.Count)
        {
            Kpi = about,
            Kpis = [.. results.Keys],
            Weight = weights.Value,
            Unknown = unknown,
        };
    }

    private void Add(KpiResult result, decimal weight, Direction direction, decimal? cap, decimal? floor)
    {
        weights.Add(weight, 1, 1);
        var (of, by) = (result.TargetShare ?? 1, result.TargetShareOf ?? 1);
        var found = result switch
        {
            { Target: null } => Cause.NoTarget,
            { Target: <= 0 } => Cause.TargetNotPositive,
            { Actual: null } => Cause.NoActual,
            _ when result.TargetShare.HasValue != result.TargetShareOf.HasValue || of < 1 || of > by => Cause.ImpossibleTargetShare,
            { Actual: <= 0 } when direction == Direction.LowerIsBetter && cap is null => Cause.Unbounded,
            _ => weight < 0 ? Cause.NoWeight : Cause.None,
        };
        if (!found.IsNone)
            Fail(found, result.Kpi);

        if (!cause.IsNone)
            return;

        var (attained, whole) = direction == Direction.LowerIsBetter ? (result.Target!.Value, result.Actual!.Value) : (
            result.Actual!.Value, result.Target!.Value);
        var (attainedTimes, wholeTimes) = direction == Direction.LowerIsBetter ? (of, by) : (by, of);
        if (cap is { } most && (whole <= 0 || Exact.CompareTimes(attained, attainedTimes, most, whole, wholeTimes) > 0))
            sum.Add(weight, most, 1);
        else if (floor is { } least && Exact.CompareTimes(attained, attainedTimes, least, whole, wholeTimes) < 0)
            sum.Add(weight, least, 1);
        else
            sum.Add(weight, attained, whole, attainedTimes, wholeTimes);
    }

    private void Fail(Cause because, string? kpi)
    {
        if (cause.IsNone)
            (cause, about) = (because, kpi);
    }
}
