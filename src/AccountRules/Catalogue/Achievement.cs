using AccountRules.Facts;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// The achievement of an employee in a period: the weighted mean of what was attained of each KPI, which feeds performance-linked pay
/// (key-account-manager, PLP table). The mean is exact: a sum of fractions, never of rounded quotients. Immutable; equal by value.
/// </summary>
/// <param name="EmployeeId">The employee's id.</param>
/// <param name="Period">The period.</param>
/// <param name="Attained">
/// The weighted mean, 1 being 100 %; <c>null</c> where there is a <paramref name="Cause"/>. A mean without end, such as 2/3, is cut after 28 digits so
/// that it lies on the same side as the mean itself of every threshold with fewer digits.
/// </param>
/// <param name="Cause">Why there is no achievement; <see cref="Cause.None"/> where there is one.</param>
/// <param name="Results">How many KPI results it is built from; a KPI that comes twice counts once.</param>
public sealed record Achievement(string EmployeeId, Period Period, decimal? Attained, Cause Cause, int Results)
{
    /// <summary>Every cause that an achievement can have.</summary>
    internal static IReadOnlyList<Cause> Causes { get; } =
    [
        Cause.Duplicate, Cause.NotOfAMonth, Cause.NoKpiResult, Cause.AgainstPlan, Cause.NoTarget, Cause.TargetNotPositive, Cause.NoActual,
        Cause.ImpossibleTargetShare, Cause.Unbounded, Cause.NoWeight, Cause.TooLarge,
    ];

    /// <summary>
    /// <see cref="Attained"/> in full where it has no end, such as the 2 of 2/3: then pay rests on this, and on no number that was cut. <c>null</c> where
    /// <see cref="Attained"/> is exact, and where no decimals hold the fraction.
    /// </summary>
    public decimal? Numerator { get; init; }

    /// <summary>What <see cref="Numerator"/> is over, such as the 3 of 2/3; above 0.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The KPI that the <see cref="Cause"/> is about, or the KPIs, such as <c>calls and sales</c>; <c>null</c> where it is about none.</summary>
    public string? Kpi { get; init; }

    /// <summary>The month, or other period, in which the <see cref="Cause"/> is, where results of months are rolled up; else <c>null</c>.</summary>
    public Period? CauseIn { get; init; }

    /// <summary>The KPIs that it rests on, in ordinal order; without a plan these are those that came, whatever else there should be.</summary>
    public IReadOnlyList<string> Kpis { get; init; } = [];

    /// <summary>The sum of the weights of these KPIs, 1 by a plan; <c>null</c> where no decimal holds it.</summary>
    public decimal? Weight { get; init; }

    /// <summary>The KPIs that have results and are not of the plan, in ordinal order: they do not count. None without a plan.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>
    /// The KPIs of the plan of which too little was attained for any pay (<see cref="KpiTerms.PaysFrom"/>), each with what is wanted, such as
    /// <c>quality at 80 %</c>; <c>null</c> where all reach it, and where there is a <see cref="Cause"/>.
    /// </summary>
    public string? WithheldFor { get; init; }

    /// <summary>
    /// What each KPI has to do with it, those of a plan in its order, others in ordinal order; the contributions add up to <see cref="Attained"/>.
    /// </summary>
    public IReadOnlyList<AchievementPart> Parts { get; init; } = [];

    /// <summary>
    /// Builds the achievement of every employee and period that the results hold, ordered by employee, then period. A result that cannot be measured leaves
    /// its achievement undetermined, and so do two results of one KPI that differ; of two that agree in everything the first counts. It rests on the KPIs that
    /// came: where one may be missing, declare the KPIs in the policy, or look at <see cref="Kpis"/> and <see cref="Weight"/>.
    /// </summary>
    /// <param name="results">The results, in any order; a result's weight is 1 unless given, and only the weights' proportions count.</param>
    /// <param name="cap">The most that one KPI can contribute, 1 being 100 %, up to 10; <c>null</c> where there is no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cap is 0 or less, or above 10: 120 % is 1.2.</exception>
    /// <exception cref="ArgumentException">An employee's id, or a KPI's name, is not clean (see <see cref="Ids"/>). Thrown when it is reached.</exception>
    /// <exception cref="InvalidOperationException">A result's period is <c>default(Period)</c>, which is none. Thrown when it is reached.</exception>
    public static IEnumerable<Achievement> Of(IEnumerable<KpiResult> results, decimal? cap = null)
    {
        if (cap <= 0)
            throw new ArgumentOutOfRangeException(nameof(cap), cap, "A cap is above 0, such as 1.2 for 120 %.");

        if (cap is > Texts.LargestRatio and var most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(cap), cap, $"A cap is above 0, up to {Texts.LargestRatio}{(most <= Texts.LargestRatio * 100 ? Texts.AsRatio(most) : "")}.");
        }

        return Each(results, own => AchievementSum.Of(own, cap));
    }

    /// <summary>
    /// Builds the achievements of employees of a plan. A KPI of the plan without a result is <see cref="Cause.NoKpiResult"/>; results of other KPIs do not
    /// count, and are <see cref="Unknown"/>. A result's weight, where it has one, must be the plan's. An employee without any result has no achievement.
    /// </summary>
    /// <param name="results">The results of employees of the plan, in any order.</param>
    /// <param name="plan">The plan, such as <c>policy.KpiPlan("sales")</c>.</param>
    /// <exception cref="ArgumentException">
    /// A cap, a floor, a gate or a weight of the plan is above what a document may say, as a percentage is. Also where an employee's id, or a KPI's name, is
    /// not clean, when it is reached.
    /// </exception>
    /// <exception cref="InvalidOperationException">A result's period is <c>default(Period)</c>, which is none. Thrown when it is reached.</exception>
    public static IEnumerable<Achievement> Of(IEnumerable<KpiResult> results, KpiPlanTerms plan)
    {
        CheckRatios(plan);
        return Each(results, own => AchievementSum.Of(own, plan));
    }

    /// <summary>
    /// Rolls the results of months up into a quarter, half-year or year, as the plan says: the achievement in it of every employee who has a result in one of
    /// its days, ordered by employee. Results outside of it are left alone. A month without a result of a KPI of the plan, one that cannot be measured, two
    /// that differ, and a result of another period that has days of this one, such as its own, leave the achievement undetermined, with the first such month
    /// and what is wrong in it.
    /// </summary>
    /// <param name="results">The results of employees of the plan, in any order.</param>
    /// <param name="plan">The plan, which says how (<see cref="KpiPlanTerms.RollUp"/>), such as <c>policy.KpiPlan("sales")</c>.</param>
    /// <param name="period">The period, of two months or more, such as <c>Period.Quarter(2026, 1)</c>.</param>
    /// <exception cref="ArgumentException">
    /// The plan does not say how, or the period is not of whole months or of one alone, or a ratio of the plan is a percentage. Also where an employee's id, or
    /// a KPI's name, is not clean, when it is reached.
    /// </exception>
    /// <exception cref="InvalidOperationException">A result's period is <c>default(Period)</c>, which is none. Thrown when it is reached.</exception>
    public static IEnumerable<Achievement> RollUp(IEnumerable<KpiResult> results, KpiPlanTerms plan, Period period)
    {
        ArgumentNullException.ThrowIfNull(results);
        CheckRatios(plan);
        if (plan.RollUp is null)
        {
            throw new ArgumentException(
                $"Plan {(plan.Name.Length == 0 ? "without a name" : $"`{plan.Name}`")} does not say how months are rolled up: give it `rollUp`, `sum` or "
                + "`mean`.",
                nameof(plan));
        }

        Period[] months = [.. period.InMonths];
        return months.Length > 1
            ? results.Where(r => r.Period.Checked.Overlaps(period))
                .GroupBy(r => r.EmployeeId, StringComparer.Ordinal).OrderBy(own => own.Key, StringComparer.Ordinal)
                .Select(own => AchievementSum.Of([.. own], plan, months).For(Ids.Checked(own.Key, nameof(results)), period))
            : throw new ArgumentException($"`{period}` is not made of several months: roll up into a quarter, half-year or year.", nameof(period));
    }

    /// <summary>
    /// The achievement as a fact for <c>policy.PerformancePay</c>: a target of 1, and what was attained of it, or both parts of a fraction that has no end; of
    /// one KPI that counts as it was attained, where more is better, its own target and actual; or why that is not known, which is then the cause and the
    /// reason of the pay's assessment too.
    /// </summary>
    /// <param name="committedPay">The pay that is committed for 100 %.</param>
    public PayPeriod ForPay(decimal? committedPay) => new()
    {
        EmployeeId = EmployeeId,
        Period = Period,
        Target = Alone?.Target ?? Denominator ?? 1,
        Actual = Alone?.Actual ?? Numerator ?? Attained,
        TargetShare = Alone?.TargetShare,
        TargetShareOf = Alone?.TargetShareOf,
        CommittedPay = committedPay,
        NoActualCause = Cause.IsNone ? null : Cause.Code,
        NoActualKpi = Kpi is not null && CauseIn is { } month ? $"{Kpi} in {month}" : Kpi,
        WithheldFor = WithheldFor,
        AttainedOf = Alone is null && Kpis.Count > 0 ? Texts.Listed(Kpis) : null,
    };

    /// <summary>The one KPI that it is, counted as it was attained: then target and actual are its own, in its unit.</summary>
    private AchievementPart? Alone =>
        Cause.IsNone && Parts is [{ Months: null, Bound: AttainmentBound.None, Direction: Direction.HigherIsBetter } only] ? only : null;

    /// <summary>Whether both say the same.</summary>
    /// <param name="other">The achievement to compare with.</param>
    public bool Equals(Achievement? other) =>
        other is not null && string.Equals(EmployeeId, other.EmployeeId, StringComparison.Ordinal) && Period == other.Period && Attained == other.Attained
        && Numerator == other.Numerator && Denominator == other.Denominator
        && Cause == other.Cause && CauseIn == other.CauseIn && Results == other.Results && string.Equals(Kpi, other.Kpi, StringComparison.Ordinal)
        && Weight == other.Weight && Kpis.SequenceEqual(other.Kpis, StringComparer.Ordinal)
        && Unknown.SequenceEqual(other.Unknown, StringComparer.Ordinal)
        && Parts.SequenceEqual(other.Parts) && string.Equals(WithheldFor, other.WithheldFor, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EmployeeId, Period, Attained, Cause, Results);

    /// <summary>How it comes about, for a payslip: <see cref="ToString"/> in a line, and one for each part.</summary>
    /// <param name="language">The language; English unless given.</param>
    public string Explain(Language? language = null) =>
        (language ?? Language.English).Speak(() => string.Join('\n', [Said(), .. Parts.Select(part => $"  {part}")]));

    /// <summary>What was attained, or why that is not known, and what it rests on, in one line.</summary>
    public override string ToString() => Language.English.Speak(Said);

    private string Said()
    {
        var attained = Attained is { } mean
            ? Message.Of($"attained {Texts.Percent(mean)}")
            : Message.Of($"has no achievement:{About} {Message.Text(Cause.Words)}");
        var weight = Weight is { } sum ? Message.Of($", weight {Texts.Number(sum)}") : "";
        var unknown = Unknown.Count > 0 ? Message.Of($"; not of the plan: {Texts.Listed(Unknown)}") : "";
        var withheld = WithheldFor is null ? "" : Message.Of($"; pays nothing for want of {WithheldFor}");
        return Message.Of($"{EmployeeId} in {Period} {attained} (of {Texts.Listed(Kpis)}{weight}{unknown}){withheld}");
    }

    private string About => Kpi is null ? ""
        : CauseIn is { } month ? Message.Of($" KPI {Kpi} in {month}")
        : Message.Of($" KPI {Kpi}");

    /// <summary>A plan of a policy has been checked; one made by hand has not.</summary>
    private static void CheckRatios(KpiPlanTerms plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        foreach (var (kpi, term) in plan.Kpis.SelectMany(_ => KpiTerms.Section.Terms, (kpi, term) => (kpi, term)))
        {
            if (term.IsRatio && term.ValueOf(kpi) is decimal found && found > term.Max)
            {
                throw new ArgumentException(
                    $"KPI `{Visible.Text(kpi.Name)}` of the plan has {term.Name} {Texts.Number(found)}; allowed: {term.AllowedFor(found)}.", nameof(plan));
            }
        }
    }

    private static IEnumerable<Achievement> Each(IEnumerable<KpiResult> results, Func<KpiResult[], AchievementSum> sumOf)
    {
        ArgumentNullException.ThrowIfNull(results);
        return results
            .GroupBy(r => (r.EmployeeId, r.Period))
            .OrderBy(g => g.Key.EmployeeId, StringComparer.Ordinal).ThenBy(g => g.Key.Period)
            .Select(g => sumOf([.. g]).For(Ids.Checked(g.Key.EmployeeId, nameof(results)), g.Key.Period.Checked));
    }
}
