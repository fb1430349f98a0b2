using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>Which version of a policy judges a fact: "pay, KPI and other facts of periods by the period; deadlines by their start", and so on.</summary>
internal static class HistoryOracle
{
    private static readonly Standing[] BestFirst =
    [
        Standing.Met, Standing.OnTrack, Standing.Graded, Standing.AtRisk, Standing.Late, Standing.Overdue, Standing.Missed,
    ];

    /// <summary>The ways in which a version may take over, for facts of a type; all that are tried.</summary>
    public static IReadOnlyList<VersionTransition> AdmittedFor(Type fact) =>
        fact == typeof(PayPeriod) || fact == typeof(WalletShare) || fact == typeof(AccountRevenue)
            ? [VersionTransition.ByStart, VersionTransition.ByPeriod, VersionTransition.ByEvaluationDate]
            : fact == typeof(KpiResult) || fact == typeof(ServiceLevel)
            ? [VersionTransition.ByStart, VersionTransition.ByPeriod, VersionTransition.ByEvaluationDate, VersionTransition.Kinder]
            : [VersionTransition.ByStart, VersionTransition.ByEvaluationDate, VersionTransition.Kinder];

    /// <param name="versions">The terms of the versions, ordered by their first days.</param>
    /// <param name="rule">The rule's id.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="says">What a single version says.</param>
    public static Expected Of(IReadOnlyList<PolicyTerms> versions, string rule, object fact, DateOnly asOf, Func<PolicyTerms, Expected> says)
    {
        var (start, end) = DatesOf(fact, rule);
        PolicyTerms[] all = [.. versions.Select(v => v with { EffectiveFrom = versions[0].EffectiveFrom })];
        return Up(versions.Count - 1);

        Expected Up(int version)
        {
            if (version == 0)
                return says(all[0]);

            var from = versions[version].EffectiveFrom!.Value;
            var by = versions[version].Transition.Of(rule)
                ?? (end is not null ? VersionTransition.ByPeriod
                    : fact is Employment ? VersionTransition.ByEvaluationDate
                    : VersionTransition.ByStart);
            if (by == VersionTransition.ByEvaluationDate)
                return asOf >= from ? says(all[version]) : Up(version - 1);

            if (start is { } begun && begun >= from)
                return says(all[version]);

            if (!(end is { } last ? last >= from : asOf >= from) || by == VersionTransition.ByStart)
                return Up(version - 1);

            var (older, newer) = (Up(version - 1), says(all[version]));
            if (by == VersionTransition.Kinder)
                return RankOf(newer) < RankOf(older) ? newer : older;

            // "A period that straddles a change": there is none where both versions say the same of the rule.
            if (TermsOf(versions[version], fact).Equals(TermsOf(versions[version - 1], fact)))
                return older;

            // What has not begun, dates from before the policy or is not asked is so by either.
            return older.Standing == Standing.NotApplicable || newer.Standing == Standing.NotApplicable
                ? newer.Standing == Standing.NotApplicable ? newer : older
                : Expected.Undetermined with { IsProvisional = asOf <= end };
        }
    }

    /// <summary>All the terms by which a fact of a period is judged.</summary>
    private static object TermsOf(PolicyTerms terms, object fact) => fact switch
    {
        KpiResult => terms.KpiAttainment,
        PayPeriod => terms.PerformancePay,
        AccountRevenue => terms.KeyAccount,
        ServiceLevel => terms.ServiceLevel,
        _ => "no terms",
    };

    private static int RankOf(Expected expected) => Array.IndexOf(BestFirst, expected.Standing) is >= 0 and var rank ? rank : BestFirst.Length;

    private static (DateOnly? Start, DateOnly? End) DatesOf(object fact, string rule) => fact switch
    {
        FteOrder order => (order.OrderedOn, null),
        RegistryItem item => (item.AddedOn, null),
        ImprovementPlan plan => (plan.StartedOn, null),
        // "What has no start goes by the date on which it is due."
        ProgramUpdate update => (update.IssuedOn ?? (rule == "update-acknowledgement" ? update.AcknowledgeBy : update.ImplementBy), null),
        ProtocolRun run => (run.DueOn, null),
        Interaction interaction => (interaction.HeldOn, null),
        ActionItem item => (item.AgreedOn ?? item.DueOn, null),
        Invoice invoice => (invoice.IssuedOn ?? invoice.DueOn, null),
        Employment role => (role.RoleSince, null),
        Escalation escalation => (escalation.RaisedOn, null),
        KpiResult result => (result.Period.Start, result.Period.End),
        PayPeriod pay => (pay.Period.Start, pay.Period.End),
        AccountRevenue revenue => (revenue.Period.Start, revenue.Period.End),
        WalletShare share => (share.Period.Start, share.Period.End),
        ServiceLevel level => (level.Period.Start, level.Period.End),
        _ => throw new NotSupportedException(fact.GetType().Name),
    };
}
