using System.Numerics;
using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "`byDays`: each day of such a period is paid by its own version", added up as fractions and rounded once, as the version of the last day rounds.
/// </summary>
internal static class PayByDaysReading
{
    private const string Rule = "performance-pay";

    /// <param name="versions">The terms of the versions.</param>
    /// <param name="pay">The period.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="older">What is said of the days before the newest change within it.</param>
    /// <param name="newer">What is said of the others.</param>
    public static Expected Of(IReadOnlyList<PolicyTerms> versions, PayPeriod pay, DateOnly asOf, Expected older, Expected newer)
    {
        if (newer.Band is null || older.Band is null)
            return newer.Band is null ? newer : older;

        var isRunning = asOf <= pay.Period.End;
        var last = PayTableReading.Of(versions[VersionOn(pay.Period.End)].PerformancePay, pay.Group)!;
        if (isRunning && versions[VersionOn(pay.Period.End)].PerformancePay.Judged != PeriodJudgement.AsItStands)
            return new(Standing.OnTrack, "ByDays", IsProvisional: true);

        var attained = Fraction.Of(pay.Actual!.Value).Over(Fraction.ShareOf(Fraction.Of(pay.Target!.Value), pay.TargetShare, pay.TargetShareOf)!.Value);
        var (factors, days) = (new Fraction(0, 1), 0);
        HashSet<string?> programmes = [];
        for (var day = pay.Period.Start; day <= pay.Period.End; day = day.AddDays(1))
        {
            var terms = versions[VersionOn(day)].PerformancePay;
            var band = PerformancePayReading.Of(pay, DateOnly.MaxValue, terms).Band;
            var table = PayTableReading.Of(terms, pay.Group)!;
            var row = table.Rows.Single(b => b.Band == band);
            factors = factors.Plus(table.FactorOf(row, attained));
            programmes.Add(row.Programme);
            days++;
        }

        var share = new Fraction(pay.Share ?? 1, (BigInteger)(pay.ShareOf ?? 1) * days);
        return new(Standing.Graded, "ByDays", pay.WithheldFor is not null ? 0 : last.Paid(Fraction.Of(pay.CommittedPay!.Value) * share, factors))
        {
            Programme = programmes.Count == 1 ? programmes.Single() : null,
            IsProvisional = isRunning,
        };

        // A version takes over by days from its own first day on, and another one the whole period if it takes it over at all.
        int VersionOn(DateOnly day)
        {
            var version = versions.Count - 1;
            while (version > 0 && !(versions[version].Transition.Of(Rule) switch
            {
                VersionTransition.ByDays => day,
                VersionTransition.ByEvaluationDate => asOf,
                _ => pay.Period.Start,
            } >= versions[version].EffectiveFrom))
            {
                version--;
            }

            return version;
        }
    }
}
