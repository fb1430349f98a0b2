using AccountRules.Facts;
using AccountRules.Numbers;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>Adds up an achievement: fractions, never rounded quotients. The first thing that is wrong is its cause.</summary>
internal sealed partial class AchievementSum
{
    /// <summary>With more, parts of what is attained a trillion times could no longer be added up.</summary>
    private const int PlacesOfParts = 15;

    private readonly SortedDictionary<string, KpiResult> results = new(StringComparer.Ordinal);
    private readonly ExactSum sum = new();
    private readonly List<(AchievementPart Part, ExactSum Brings)> parts = [];
    private readonly ExactSum weights = new();
    private string[] unknown = [];
    private readonly List<string> twice = [];
    private readonly List<string> closed = [];
    private Cause cause;
    private string? about;
    private Period? causeIn;
    private int count;

    private AchievementSum(KpiResult[] all)
    {
        foreach (var result in all)
        {
            // Two that agree in everything are one; of two that differ, nobody knows which is right.
            var name = string.IsNullOrEmpty(result.Kpi) ? "" : Ids.Checked(result.Kpi, nameof(results));
            if (!results.TryAdd(name, result) && results[name] != result && !twice.Contains(name))
                twice.Add(name);
        }

        count = results.Count;
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
    /// <param name="all">The results.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="isPart">Whether a KPI is measured with those of other months, and not by itself.</param>
    public static AchievementSum Of(KpiResult[] all, KpiPlanTerms plan, bool isPart = false)
    {
        var made = new AchievementSum(all);
        string[] missing = [.. plan.Kpis.Select(kpi => kpi.Name).Where(name => !made.results.ContainsKey(name))];
        if (missing.Length > 0)
            made.Fail(Cause.NoKpiResult, Texts.Listed(missing));

        made.unknown = [.. made.results.Keys.Except(plan.Kpis.Select(kpi => kpi.Name), StringComparer.Ordinal)];
        foreach (var name in made.unknown)
            made.results.Remove(name);

        made.count = made.results.Count;

        foreach (var kpi in plan.Kpis)
        {
            if (!made.results.TryGetValue(kpi.Name, out var result))
            {
                made.parts.Add((new() { Kpi = kpi.Name, Direction = kpi.Direction, Weight = kpi.Weight, Cause = Cause.NoKpiResult }, new()));
                continue;
            }

            var isAgainstPlan = (result.Weight is { } weight && weight != kpi.Weight) || result.Direction > kpi.Direction;
            made.Add(result, kpi.Weight, kpi.Direction, kpi.Cap, kpi.Floor, isAgainstPlan, isPart, kpi.PaysFrom);
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

        var fraction = mean is null ? null : sum.FractionOf(weights);
        return new(employee, period, mean, cause, count)
        {
            Numerator = fraction?.Numerator,
            Denominator = fraction?.Denominator,
            Kpi = about,
            CauseIn = causeIn,
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
        AchievementPart[] made =
        [
            .. parts.Select(part => part.Part with { WeightOf = weights.Value, Contribution = mean is null ? null : part.Brings.DividedBy(weights) }),
        ];
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

    private void Add(
        KpiResult result, decimal weight, Direction direction, decimal? cap, decimal? floor, bool isAgainstPlan = false, bool isPart = false,
        decimal? gate = null)
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
            { Actual: <= 0 } when direction == Direction.LowerIsBetter && cap is null && !isPart => Cause.Unbounded,
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
            parts.Add((part, new()));
            return;
        }

        if (isPart)
        {
            parts.Add((part, new()));
            return;
        }

        var (attained, whole) = direction == Direction.LowerIsBetter ? (result.Target!.Value, result.Actual!.Value) : (
            result.Actual!.Value, result.Target!.Value);
        var (attainedTimes, wholeTimes) = direction == Direction.LowerIsBetter ? (of, by) : (by, of);
        // An actual of 0 or less, where lower is better, attains more than any number.
        CheckGate(part.Kpi, gate, least => whole <= 0 || Exact.CompareTimes(attained, attainedTimes, least, whole, wholeTimes) >= 0);
        var bound = cap is { } most && (whole <= 0 || Exact.CompareTimes(attained, attainedTimes, most, whole, wholeTimes) > 0) ? AttainmentBound.Cap
            : floor is { } least && Exact.CompareTimes(attained, attainedTimes, least, whole, wholeTimes) < 0 ? AttainmentBound.Floor
            : AttainmentBound.None;
        var counted = bound switch { AttainmentBound.Cap => cap, AttainmentBound.Floor => floor, _ => null };
        var ratio = whole > 0 ? Exact.Quotient(attained, whole, attainedTimes, wholeTimes) : null;
        Add(part with { Attained = ratio, Bound = bound, Counted = counted ?? ratio }, brings =>
        {
            if (counted is { } most)
                brings.Add(weight, most, 1);
            else
                brings.Add(weight, attained, whole, attainedTimes, wholeTimes);
        });
    }

    /// <summary>Keeps for want of what nothing is paid.</summary>
    private void CheckGate(string kpi, decimal? gate, Func<decimal, bool> isReached)
    {
        if (gate is { } least && !isReached(least))
            closed.Add($"{kpi} at {Texts.Percent(least)}");
    }

    private void Add(AchievementPart part, Action<ExactSum> count)
    {
        var brings = new ExactSum();
        count(brings);
        parts.Add((part, brings));
        if (cause.IsNone)
            sum.Add(brings);
    }

    private void Fail(Cause because, string? kpi, Period? month = null)
    {
        if (cause.IsNone)
            (cause, about, causeIn) = (because, kpi, month);
    }
}
