using System.Runtime.InteropServices;
using AccountRules.Numbers;

namespace AccountRules;

/// <summary>Adds up what assessments pay. Safe for use by many threads.</summary>
public static class Payables
{
    /// <summary>
    /// The total of the payable amounts, exact, with how many assessments are in it, how many are not, and which are of periods that overlap. Assessments of
    /// rules that pay nothing, such as a deadline, do not count.
    /// </summary>
    /// <param name="assessments">The assessments, of one currency.</param>
    /// <exception cref="OverflowException">No decimal holds the sum.</exception>
    public static PayableTotal Total(IEnumerable<Assessment> assessments)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        var (sum, counted, leftOut) = (new ExactTotal(), 0, 0);
        var (periods, overlaps) = (new Dictionary<(string Rule, string? Part), PeriodOverlaps>(), new List<PeriodOverlap>());
        foreach (var assessment in assessments)
        {
            if (!assessment.Rule.Pays)
                continue;

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
