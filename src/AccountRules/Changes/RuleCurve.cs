using AccountRules.Wording;

namespace AccountRules;

/// <summary>What a rule says of the facts at every value of a term. Immutable and safe for use by many threads.</summary>
public sealed class RuleCurve
{
    private readonly decimal to;

    internal RuleCurve(
        Rule rule, decimal to, long facts, IReadOnlyList<CurveOutcome> outcomes, IReadOnlyList<CurvePoint> points, IReadOnlyList<PolicyCliff> cliffs) =>
        (Rule, this.to, Facts, Outcomes, Points, Cliffs) = (rule, to, facts, outcomes, points, cliffs);

    /// <summary>The rule, as the policy has it.</summary>
    public Rule Rule { get; }

    /// <summary>How many facts were taken in; of a roll-up groups, of a track and of gathered facts the rows where the term is lowest.</summary>
    public long Facts { get; }

    /// <summary>The outcomes that occur, in the order of the rule's grades, causes of having none last.</summary>
    public IReadOnlyList<CurveOutcome> Outcomes { get; }

    /// <summary>What is so at the beginning of the range, and then at each place at which anything changes, in order.</summary>
    public IReadOnlyList<CurvePoint> Points { get; }

    /// <summary>The cuts of the rule's scale as the policy has it; empty where no distance was asked for, and for rules without a scale.</summary>
    public IReadOnlyList<PolicyCliff> Cliffs { get; }

    /// <summary>What is so at a value of the term.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the range.</exception>
    public CurvePoint At(decimal value)
    {
        if (value < Points[0].Value || value > to)
            throw new ArgumentOutOfRangeException(nameof(value), value, $"The curve goes from {Points[0].Value} to {to}.");

        var (low, high) = (0, Points.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Points[middle].Place.Holds(value))
                low = middle;
            else
                high = middle - 1;
        }

        return Points[low];
    }

    /// <summary>The values at which what is paid is at most a budget; empty where there are none.</summary>
    /// <param name="budget">The budget.</param>
    public IReadOnlyList<CurveRange> PaidAtMost(decimal budget) => Where(p => p.Paid <= budget);

    /// <summary>The values at which at least a share of the facts has one of some outcomes; empty where there are none.</summary>
    /// <param name="share">The share, 1 being all facts but those that the rule does not apply to.</param>
    /// <param name="names">Standings and bands.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public IReadOnlyList<CurveRange> ShareAtLeast(decimal share, params IReadOnlyCollection<string> names)
    {
        if (share is < 0 or > 1)
            throw new ArgumentOutOfRangeException(nameof(share), share, $"A share is from 0 to 1{(share is > 1 and <= 100 ? Texts.AsRatio(share) : "")}.");

        return Where(p =>
        {
            var all = CountApplicable(p);
            return all > 0 && Numbers.Exact.Compare(Count(p, names), share, all) >= 0;
        });
    }

    /// <summary>How many facts have one of some outcomes.</summary>
    /// <param name="point">A point of the curve.</param>
    /// <param name="names">Standings and bands.</param>
    public long Count(CurvePoint point, params IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return Count(point, outcome => names.Contains(outcome.Standing.ToString(), StringComparer.Ordinal)
            || (outcome.Band is { } band && names.Contains(band, StringComparer.Ordinal)));
    }

    /// <summary>How many facts the rule applies to.</summary>
    /// <param name="point">A point of the curve.</param>
    public long CountApplicable(CurvePoint point) => Count(point, outcome => outcome.Standing != Standing.NotApplicable);

    private long Count(CurvePoint point, Func<CurveOutcome, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(point);
        return Outcomes.Zip(point.Counts).Where(pair => isMeant(pair.First)).Sum(pair => pair.Second);
    }

    private List<CurveRange> Where(Func<CurvePoint, bool> isMet)
    {
        List<CurveRange> ranges = [];
        CurvePoint? first = null;
        foreach (var point in Points)
        {
            if (isMet(point))
            {
                first ??= point;
            }
            else if (first is not null)
            {
                ranges.Add(new(first, point, to));
                first = null;
            }
        }

        if (first is not null)
            ranges.Add(new(first, Next: null, to));

        return ranges;
    }
}
