using AccountRules.Facts;
using AccountRules.Numbers;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>Adds up an achievement: fractions, never rounded quotients. The first thing that is wrong is its cause.</summary>
internal sealed class AchievementSum
{
    /// <summary>With more, parts of what is attained a trillion times could no longer be added up.</summary>
    private const int PlacesOfParts = 15;

    private readonly SortedDictionary<string, KpiResult> results = new(StringComparer.Ordinal);
    private readonly ExactSum sum = new();
    private readonly List<(AchievementPart Part, decimal? Counted, (decimal Part, decimal Whole, int PartTimes, int WholeTimes) Ratio)> parts = [];
    private readonly ExactSum weights = new();
    private string[] unknown = [];
    private readonly List<string> twice = [];
    private readonly List<string> closed = [];
    private Cause cause;
    private string? about;

    private AchievementSum(KpiResult[] all)
    {
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

        foreach (var kpi in plan.Kpis)
        {
            if (!made.results.TryGetValue(kpi.Name, out var result))
            {
                made.parts.Add((new() { Kpi = kpi.Name, Direction = kpi.Direction, Weight = kpi.Weight, Cause = Cause.NoKpiResult }, null, default));
                continue;
            }

            var isAgainstPlan = (result.Weight is { } weight && weight != kpi.Weight) || result.Direction > kpi.Direction;
            made.Add(result, kpi.Weight, kpi.Direction, kpi.Cap, kpi.Floor, isAgainstPlan);
            if (kpi.PaysFrom is { } gate && made.parts[^1] is { Part.Cause.IsNone: true } part && !IsReached(part.Ratio, gate))
                made.closed.Add($"{kpi.Name} at {Texts.Percent(gate)}");
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
            WithheldFor = cause.IsNone && closed.Count > 0 ? Texts.Listed(closed) : null,
            Parts = PartsOf(mean),
        };
    }

    /// <summary>The parts, each with what it brings; what is cut off of those without an end is with the largest of them.</summary>
    private AchievementPart[] PartsOf(decimal? mean)
    {
        AchievementPart[] made = [.. parts.Select(part => part.Part with { WeightOf = weights.Value, Contribution = mean is null ? null : Brings(part) })];
        if (mean is not { } whole || made.Length == 0 || !Array.TrueForAll(made, part => part.Contribution is not null))
            return made;

        var endless = Array.FindLastIndex(made, part => part.Contribution!.Value != Cut(part.Contribution.Value));
        for (var i = 0; i < made.Length; i++)
        {
            var brings = made[i].Contribution!.Value;
            if (brings != Cut(brings) && Math.Abs(brings) > Math.Abs(made[endless].Contribution!.Value))
                endless = i;
        }

        if (endless < 0)
            return made;

        decimal others = 0;
        for (var i = 0; i < made.Length; i++)
        {
            made[i] = made[i] with { Contribution = Cut(made[i].Contribution!.Value) };
            others += i == endless ? 0 : made[i].Contribution!.Value;
        }

        made[endless] = made[endless] with { Contribution = whole - others };
        return made;

        static decimal Cut(decimal value) => decimal.Round(value, PlacesOfParts, MidpointRounding.ToZero);
    }

    /// <summary>What a part brings by itself, as a quotient.</summary>
    private decimal? Brings((AchievementPart Part, decimal? Counted, (decimal Part, decimal Whole, int PartTimes, int WholeTimes) Ratio) part)
    {
        var one = new ExactSum();
        Count(one, part.Part.Weight, part.Counted, part.Ratio);
        return one.DividedBy(weights);
    }

    private void Add(KpiResult result, decimal weight, Direction direction, decimal? cap, decimal? floor, bool isAgainstPlan = false)
    {
        weights.Add(weight, 1, 1);
        var (of, by) = (result.TargetShare ?? 1, result.TargetShareOf ?? 1);
        var found = result switch
        {
            _ when twice.Contains(result.Kpi ?? "") => Cause.Duplicate,
            _ when isAgainstPlan => Cause.AgainstPlan,
            { Target: null } => Cause.NoTarget,
            { Target: <= 0 } => Cause.TargetNotPositive,
            { Actual: null } => Cause.NoActual,
            _ when result.TargetShare.HasValue != result.TargetShareOf.HasValue || of < 1 || of > by => Cause.ImpossibleTargetShare,
            { Actual: <= 0 } when direction == Direction.LowerIsBetter && cap is null => Cause.Unbounded,
            _ => weight < 0 ? Cause.NoWeight : Cause.None,
        };
        var part = new AchievementPart
        {
            Kpi = result.Kpi ?? "",
            Target = result.Target,
            Actual = result.Actual,
            TargetShare = result.TargetShare,
            TargetShareOf = result.TargetShareOf,
            Direction = direction,
            Weight = weight,
            Cause = found,
        };
        if (!found.IsNone)
        {
            Fail(found, result.Kpi);
            parts.Add((part, null, default));
            return;
        }

        var (attained, whole) = direction == Direction.LowerIsBetter ? (result.Target!.Value, result.Actual!.Value) : (
            result.Actual!.Value, result.Target!.Value);
        var (attainedTimes, wholeTimes) = direction == Direction.LowerIsBetter ? (of, by) : (by, of);
        var bound = cap is { } most && (whole <= 0 || Exact.CompareTimes(attained, attainedTimes, most, whole, wholeTimes) > 0) ? AttainmentBound.Cap
            : floor is { } least && Exact.CompareTimes(attained, attainedTimes, least, whole, wholeTimes) < 0 ? AttainmentBound.Floor
            : AttainmentBound.None;
        var counted = bound switch { AttainmentBound.Cap => cap, AttainmentBound.Floor => floor, _ => null };
        var ratio = whole > 0 ? Exact.Quotient(attained, whole, attainedTimes, wholeTimes) : null;
        parts.Add((part with { Attained = ratio, Bound = bound, Counted = counted ?? ratio }, counted, (attained, whole, attainedTimes, wholeTimes)));
        if (cause.IsNone)
            Count(sum, weight, counted, (attained, whole, attainedTimes, wholeTimes));
    }

    /// <summary>An actual of 0 or less, where lower is better, attains more than any number.</summary>
    private static bool IsReached((decimal Part, decimal Whole, int PartTimes, int WholeTimes) ratio, decimal gate) =>
        ratio.Whole <= 0 || Exact.CompareTimes(ratio.Part, ratio.PartTimes, gate, ratio.Whole, ratio.WholeTimes) >= 0;

    private static void Count(
        ExactSum into, decimal weight, decimal? counted, (decimal Part, decimal Whole, int PartTimes, int WholeTimes) ratio)
    {
        if (counted is { } bound)
            into.Add(weight, bound, 1);
        else
            into.Add(weight, ratio.Part, ratio.Whole, ratio.PartTimes, ratio.WholeTimes);
    }

    private void Fail(Cause because, string? kpi)
    {
        if (cause.IsNone)
            (cause, about) = (because, kpi);
    }
}
