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
    /// <exception cref="ArgumentException">A subject with periods has an id that is not clean (see <see cref="Ids"/>).</exception>
    /// <exception cref="OverflowException">No decimal holds the sum.</exception>
    public static PayableTotal Total(IEnumerable<Assessment> assessments)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        return Total([.. assessments.Where(a => a.Rule.Pays).Select(a => (a, a.Payable))]);
    }

    /// <summary>The same of amounts that a year has a most for: each counts with what is paid of it.</summary>
    /// <param name="payables">What is paid, as <see cref="Capped"/> says, of one currency, or of none that is named.</param>
    /// <exception cref="InvalidOperationException">The amounts are of several currencies, which are never added up: see <see cref="ByCurrency"/>.</exception>
    /// <exception cref="ArgumentException">A subject with periods has an id that is not clean (see <see cref="Ids"/>).</exception>
    /// <exception cref="OverflowException">No decimal holds the sum.</exception>
    public static PayableTotal TotalCapped(IEnumerable<CappedPayable> payables)
    {
        ArgumentNullException.ThrowIfNull(payables);
        return Total([.. payables.Select(p => (p.Assessment, p.Payable))]);
    }

    private static PayableTotal Total((Assessment Of, decimal? Payable)[] all)
    {
        string?[] paid =
        [
            .. all.Where(p => p.Payable is not null).Select(p => p.Of.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return paid.Length <= 1 ? OfOne(all) with { Currency = paid.FirstOrDefault() } : throw new InvalidOperationException(
            $"The amounts are in {Names(paid)}, "
            + "and no amount is converted: take Payables.ByCurrency, which adds up each by itself.");
    }

    /// <summary>
    /// The same for each currency by itself, ordered by its name; first, where there are such, the amounts of no named currency. Together they count every
    /// assessment that pays once. For totals by group or band too, group the assessments first.
    /// </summary>
    /// <param name="assessments">The assessments.</param>
    /// <exception cref="ArgumentException">A subject with periods has an id that is not clean (see <see cref="Ids"/>).</exception>
    /// <exception cref="OverflowException">No decimal holds a sum.</exception>
    public static IReadOnlyList<PayableTotal> ByCurrency(IEnumerable<Assessment> assessments)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        return [.. assessments.Where(a => a.Rule.Pays).GroupBy(a => a.Currency, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => OfOne(group.Select(a => (a, a.Payable))) with { Currency = group.Key })];
    }

    /// <summary>
    /// What is paid where all that a subject is paid in a year may come to a most, its assignments together: periods are taken in the order of their last days,
    /// of those with one the shorter first; each is paid what the year has left, and a period without an amount yet leaves those after it open, unless nothing
    /// was left anyway. What is not applicable, and a <see cref="Cause.Duplicate"/> beside the row that counts, takes nothing of it.
    /// </summary>
    /// <param name="assessments">The assessments, in any order, with all earlier periods of the year; those of rules that pay nothing are left out.</param>
    /// <param name="most">The most of a year, 0 or more, in the currency of the amounts.</param>
    /// <param name="yearFromMonth">The month with which a year begins, from 1 to 12. A period is of the year that it lies in.</param>
    /// <returns>One for each assessment that pays, ordered by subject, then as periods are taken, then by part, then as they came.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The most is below 0, or there is no such month.</exception>
    /// <exception cref="ArgumentException">
    /// An assessment has no period, or one that lies in two years, or its subject's id is not clean (see <see cref="Ids"/>).
    /// </exception>
    /// <exception cref="InvalidOperationException">A subject is paid in several currencies in one year, which are never added up.</exception>
    public static IReadOnlyList<CappedPayable> Capped(IEnumerable<Assessment> assessments, decimal most, int yearFromMonth = 1)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return [.. assessments.Where(a => a.Rule.Pays).GroupBy(a => (Subject: Ids.Checked(a.Subject, nameof(assessments)), Year: YearOf(a, yearFromMonth)))
            .OrderBy(year => year.Key.Subject, StringComparer.Ordinal).ThenBy(year => year.Key.Year).SelectMany(year => InYear(year, most))];
    }

    private static string Names(IEnumerable<string?> currencies) =>
        Texts.Listed([.. currencies.Select(name => name is null ? "no named currency" : Visible.Text(name))]);

    private static IEnumerable<CappedPayable> InYear(IEnumerable<Assessment> year, decimal most)
    {
        Assessment[] all =
        [
            .. year.OrderBy(a => a.Period!.Value.End).ThenByDescending(a => a.Period!.Value.Start).ThenBy(a => a.Part, StringComparer.Ordinal),
        ];
        string?[] paidIn = [.. all.Where(a => a.Payable is not null).Select(a => a.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (paidIn.Length > 1)
        {
            throw new InvalidOperationException(
                $"{Visible.Text(all[0].Subject)} is paid in {Names(paidIn)} in one year, and no amount is converted: cap each currency by itself.");
        }

        // A duplicate beside the row that counts takes nothing; one that is all there is of its period may be anything.
        bool IsBesideAnother(Assessment a) => a.Cause == Cause.Duplicate && Array.Exists(
            all, other => other.Cause != Cause.Duplicate && other.Period == a.Period && string.Equals(other.Part, a.Part, StringComparison.Ordinal));

        decimal? before = 0;
        foreach (var a in all)
        {
            var paid = a.Payable is { } own && before is { } sum
                ? Exact.WithPlaces(Math.Min(own, decimal.Round(most - sum, own.Scale, MidpointRounding.ToZero)), own.Scale)
                : (decimal?)null;
            yield return new(a, paid, before, most);
            if (paid is { } more)
                before += more;
            else if (before < most && a.Standing != Standing.NotApplicable && !IsBesideAnother(a))
                before = null;
        }
    }

    private static Period YearOf(Assessment a, int fromMonth)
    {
        if (a.Period is not { } period)
            throw new ArgumentException($"{a.Rule.Id} of {Visible.Text(a.Subject)} is of no period, and what is paid is capped by the year of one.", nameof(a));

        var year = Period.FiscalYear(period.Start.Month >= fromMonth ? period.Start.Year : period.Start.Year - 1, fromMonth);
        return year.Holds(period) ? year : throw new ArgumentException(
            $"{period} of {Visible.Text(a.Subject)} lies in two years from month {fromMonth}, and what is paid is capped by the year of a period.", nameof(a));
    }

    private static PayableTotal OfOne(IEnumerable<(Assessment Of, decimal? Payable)> all)
    {
        var (sum, counted, leftOut) = (new ExactTotal(), 0, 0);
        var (periods, overlaps) = (new Dictionary<(string Rule, string? Part), PeriodOverlaps>(), new List<PeriodOverlap>());
        foreach (var (assessment, paid) in all)
        {
            if (paid is not { } payable)
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
