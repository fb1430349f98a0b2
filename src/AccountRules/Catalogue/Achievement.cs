using AccountRules.Facts;
using AccountRules.Numbers;

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
/// <param name="Results">How many KPI results it is built from.</param>
public sealed record Achievement(string EmployeeId, Period Period, decimal? Attained, Cause Cause, int Results)
{
    /// <summary>
    /// Builds the achievement of every employee and period that the results hold, ordered by employee, then period. A result that cannot be measured leaves
    /// its achievement undetermined.
    /// </summary>
    /// <param name="results">The results, in any order; a result's weight is 1 unless given, and only the weights' proportions count.</param>
    /// <param name="cap">The most that one KPI can contribute, 1 being 100 %; <c>null</c> where there is no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cap is 0 or less.</exception>
    /// <exception cref="ArgumentException">An employee's id is not clean (see <see cref="Ids"/>). Thrown when it is reached.</exception>
    public static IEnumerable<Achievement> Of(IEnumerable<KpiResult> results, decimal? cap = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (cap <= 0)
            throw new ArgumentOutOfRangeException(nameof(cap), cap, "A cap is above 0, such as 1.2 for 120 %.");

        return results
            .GroupBy(r => (r.EmployeeId, r.Period))
            .OrderBy(g => g.Key.EmployeeId, StringComparer.Ordinal).ThenBy(g => g.Key.Period)
            .Select(g => Of(g.Key.EmployeeId, g.Key.Period, [.. g], cap));
    }

    /// <summary>The achievement as a fact for <c>policy.PerformancePay</c>: a target of 1, and what was attained of it.</summary>
    /// <param name="committedPay">The pay that is committed for 100 %.</param>
    public PayPeriod ForPay(decimal? committedPay) =>
        new() { EmployeeId = EmployeeId, Period = Period, Target = 1, Actual = Attained, CommittedPay = committedPay };

    private static Achievement Of(string employee, Period period, KpiResult[] results, decimal? cap)
    {
        Ids.Check(employee, nameof(results));
        var (sum, weights) = (new ExactSum(), new ExactSum());
        foreach (var result in results)
        {
            var (attained, whole, weight) = result.Direction == Direction.LowerIsBetter ? (result.Target, result.Actual, result.Weight ?? 1) : (
                result.Actual, result.Target, result.Weight ?? 1);
            var cause = result switch
            {
                { Target: null } => Cause.NoTarget,
                { Target: <= 0 } => Cause.TargetNotPositive,
                { Actual: null } => Cause.NoActual,
                { Direction: Direction.LowerIsBetter, Actual: <= 0 } when cap is null => Cause.Unbounded,
                _ => weight < 0 ? Cause.NoWeight : Cause.None,
            };
            if (cause != Cause.None)
                return new(employee, period, null, cause, results.Length);

            var isCapped = cap is { } most && (whole <= 0 || Exact.Compare(attained!.Value, most, whole!.Value) > 0);
            sum.Add(weight, isCapped ? cap!.Value : attained!.Value, isCapped ? 1 : whole!.Value);
            weights.Add(weight, 1, 1);
        }

        return weights.IsZero ? new(employee, period, null, Cause.NoWeight, results.Length)
            : sum.DividedBy(weights) is { } mean ? new(employee, period, mean, Cause.None, results.Length)
            : new(employee, period, null, Cause.TooLarge, results.Length);
    }
}
