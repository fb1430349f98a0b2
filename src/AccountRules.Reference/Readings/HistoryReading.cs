using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// Which version of a policy judges a fact: "pay, KPI and other facts of periods by the period; deadlines by their start; the others by the evaluation date",
/// unless a version's transition says otherwise.
/// </summary>
/// <param name="versions">The terms of the versions, ordered by their first days.</param>
/// <param name="rule">The rule's id.</param>
/// <param name="asOf">The evaluation date.</param>
internal sealed class HistoryReading(IReadOnlyList<PolicyTerms> versions, string rule, DateOnly asOf)
{
    private static readonly Standing[] BestFirst =
    [
        Standing.Met, Standing.OnTrack, Standing.Graded, Standing.AtRisk, Standing.Late, Standing.Overdue, Standing.Missed,
    ];

    /// <summary>What is said of a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="says">What a single version says.</param>
    public Expected Of(object fact, Func<PolicyTerms, Expected> says)
    {
        var (start, end) = FactDates.Of(fact, rule);
        return Up(versions.Count - 1);

        Expected Up(int version)
        {
            if (version == 0)
                return says(Own(0));

            var (from, by) = (From(version), Way(version, end is not null, fact is not Employment));
            if (by == VersionTransition.ByEvaluationDate)
                return asOf >= from ? says(Own(version)) : Up(version - 1);

            if (start is { } begun && begun >= from)
                return says(Own(version));

            if (!(end is { } last ? last >= from : asOf >= from) || by == VersionTransition.ByStart)
                return Up(version - 1);

            var (older, newer) = (Up(version - 1), says(Own(version)));
            if (by == VersionTransition.Kinder)
                return RankOf(newer) < RankOf(older) || (RankOf(newer) == RankOf(older) && newer.Factor > older.Factor) ? newer : older;

            // "A period that straddles a change": there is none where both versions say the same of the rule.
            if (IsSame(version))
                return older;

            // What has not begun, dates from before the policy or is not asked is so by either.
            if (newer.Standing == Standing.NotApplicable || older.Standing == Standing.NotApplicable)
                return newer.Standing == Standing.NotApplicable ? newer : older;

            return by == VersionTransition.ByDays ? PayByDaysReading.Of(versions, (PayPeriod)fact, asOf, older, newer)
                : Expected.Undetermined with { IsProvisional = asOf <= end };
        }
    }

    /// <summary>The version that judges what many facts make, and whether another one comes into force within its period.</summary>
    /// <param name="period">The period, if it is of one.</param>
    public (int Version, bool Straddles) Of(Period? period)
    {
        var version = versions.Count - 1;
        while (version > 0 && GoesBy(version) < From(version))
            version--;

        var straddles = false;
        for (var later = version + 1; later < versions.Count; later++)
        {
            straddles |= From(later) > period?.Start && From(later) <= period?.End && !IsSame(later)
                && Way(later, isOfPeriod: true) == VersionTransition.ByPeriod;
        }

        return (version, straddles && period?.Start <= asOf && !InForce.IsBefore(versions[0].EffectiveFrom, period?.Start));

        DateOnly GoesBy(int later) => period is { } own && Way(later, isOfPeriod: true) != VersionTransition.ByEvaluationDate ? own.Start : asOf;
    }

    /// <summary>The rows that facts make, each by its version.</summary>
    /// <param name="says">What a single version says of all rows.</param>
    public Dictionary<FactKey, Expected> Rows(Func<PolicyTerms, Dictionary<FactKey, Expected>> says)
    {
        Dictionary<FactKey, Expected> rows = [];
        for (var version = 0; version < versions.Count; version++)
        {
            foreach (var (key, said) in says(Own(version)))
            {
                // An entry into a programme is of periods, and by the evaluation date: all of an employee's are one group.
                var (judging, straddles) = Of(rule == "improvement-plan-start" ? null : key.Period);
                if (judging == version)
                    rows.Add(key, straddles ? Expected.Undetermined with { IsProvisional = asOf <= key.Period!.Value.End } : said);
            }
        }

        return rows;
    }

    /// <summary>A version's terms; what is from before the policy is so by the first one.</summary>
    private PolicyTerms Own(int version) => versions[version] with { EffectiveFrom = versions[0].EffectiveFrom };

    /// <summary>The way in which a version takes over from the one before.</summary>
    private VersionTransition Way(int version, bool isOfPeriod, bool hasStart = false) => versions[version].Transition.Of(rule)
        ?? (isOfPeriod ? VersionTransition.ByPeriod : hasStart ? VersionTransition.ByStart : VersionTransition.ByEvaluationDate);

    private DateOnly From(int version) => versions[version].EffectiveFrom!.Value;

    private bool IsSame(int version) => TermsOf(versions[version]).Equals(TermsOf(versions[version - 1]));

    /// <summary>All the terms by which what is of a period is judged.</summary>
    private object TermsOf(PolicyTerms terms) => rule switch
    {
        "kpi-attainment" => terms.KpiAttainment,
        "performance-pay" => terms.PerformancePay,
        "key-account" => terms.KeyAccount,
        "service-level" => terms.ServiceLevel,
        "bcp-consistency" => terms.BcpConsistency,
        "retention" => terms.Retention,
        "revenue-growth" => terms.RevenueGrowth,
        "deal-size" => terms.DealSize,
        "satisfaction" or "satisfaction-trend" => terms.Satisfaction,
        _ => "no terms",
    };

    private static int RankOf(Expected expected) => Array.IndexOf(BestFirst, expected.Standing) is >= 0 and var rank ? rank : BestFirst.Length;
}
