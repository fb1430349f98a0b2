using System.Runtime.InteropServices;
using AccountRules.Numbers;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>Adds up what assessments pay. Safe for use by many threads.</summary>
public static class Payables
{
    /// <summary>
    /// The total of the payable amounts, exact, with how many assessments are in it, how many are not, and which are of periods that overlap. Assessments of
    /// rules that pay nothing, such as a deadline, do not count.
    /// </summary>
    /// <param name="assessments">The assessments, of one currency, or of none that is named.</param>
    /// <exception cref="InvalidOperationException">The amounts are of several currencies, which are never added up: see <see cref="ByCurrency"/>.</exception>
    /// <exception cref="OverflowException">No decimal holds the sum.</exception>
    public static PayableTotal Total(IEnumerable<Assessment> assessments)
    {
        var totals = ByCurrency(assessments);
        return totals.Count switch
        {
            0 => new(0, 0, 0),
            1 => totals[0],
            _ => throw new InvalidOperationException(
                $"The amounts are in {Texts.Listed([.. totals.Select(t => t.Currency is { } named ? Visible.Text(named) : "no named currency")])}, "
                + "and no amount is converted: take Payables.ByCurrency, which adds up each by itself."),
        };
    }

    /// <summary>
    /// The same for each currency by itself, ordered by its name; first, where there are such, the amounts of no named currency. Together they count every
    /// assessment that pays once. For totals by group or band too, group the assessments first.
    /// </summary>
    /// <param name="assessments">The assessments.</param>
    /// <exception cref="OverflowException">No decimal holds a sum.</exception>
    public static IReadOnlyList<PayableTotal> ByCurrency(IEnumerable<Assessment> assessments)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        return [.. assessments.Where(a => a.Rule.Pays).GroupBy(a => a.Currency, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => OfOne(group) with { Currency = group.Key })];
    }

    private static PayableTotal OfOne(IEnumerable<Assessment> assessments)
    {
        var (sum, counted, leftOut) = (new ExactTotal(), 0, 0);
        var (periods, overlaps) = (new Dictionary<(string Rule, string? Part), PeriodOverlaps>(), new List<PeriodOverlap>());
        foreach (var assessment in assessments)
        {
            if (assessment.Payable is not { } payable)
            {
                leftOut++;
                continue;
            }

            counted++;
            if (assessment.Period is { } period)
            {
                ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(periods, (assessment.Rule.Id, assessment.Part), out _);
                if ((own ??= new()).Add(assessment.Subject, period) is { } overlap)
                    overlaps.Add(overlap);
            }

            sum.Add(payable);
        }

        var (units, places) = sum.Units;
        return Exact.Value(units, places) is { } total
            ? new(Exact.WithPlaces(total, places), counted, leftOut) { Overlaps = overlaps }
            : throw new OverflowException($"The {counted} payable amounts add up to a number with more digits than a decimal holds: add up fewer of them.");
    }
}
