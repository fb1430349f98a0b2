namespace AccountRules.Tests.Changes;

/// <summary>A threshold of a rule's terms, set by hand: what the product does with paths is tried apart.</summary>
internal sealed record CurveTermOf(string Rule, string Path, decimal? Value, bool IsWhole, decimal Least, Func<decimal, PolicyTerms> With)
{
    /// <summary>Whether a rule has thresholds: levels are no numbers, and what only grows has none.</summary>
    public static bool Has(string rule) => rule is not (
        "competency" or "share-of-wallet" or "share-of-wallet-growth" or "satisfaction-trend");

    /// <summary>One of the thresholds that a rule has by some terms; <c>null</c> where it has none.</summary>
    public static CurveTermOf? Of(string rule, PolicyTerms terms, int pick)
    {
        var all = All(rule, terms).ToArray();
        return all.Length == 0 ? null : all[pick % all.Length];
    }

    private static IEnumerable<CurveTermOf> All(string rule, PolicyTerms t) => rule switch
    {
        "fte-fulfillment" =>
        [
            Days("fteFulfillment.limitDays", t.FteFulfillment.LimitDays, 1, d => t.With(t.FteFulfillment with { LimitDays = d })),
            Days("fteFulfillment.atRiskFromDay", t.FteFulfillment.AtRiskFromDay, 1, d => t.With(t.FteFulfillment with { AtRiskFromDay = d })),
            .. OfLevels("fteFulfillment", t.FteFulfillment.Levels, levels => t.With(t.FteFulfillment with { Levels = levels })),
        ],
        "registry-closure" =>
        [
            Days("registryClosure.targetDays", t.RegistryClosure.TargetDays, 0, d => t.With(t.RegistryClosure with { TargetDays = d })),
            Days("registryClosure.limitDays", t.RegistryClosure.LimitDays, 1, d => t.With(t.RegistryClosure with { LimitDays = d })),
        ],
        "kpi-attainment" or "kpi-month" =>
            [Number("kpiAttainment.above", t.KpiAttainment.Above, v => t.With(new KpiAttainmentTerms { Above = v }))],
        "key-account" => t.KeyAccount.EntryThreshold is null ? [] :
        [
            Number("keyAccount.entryThreshold", t.KeyAccount.EntryThreshold, v => t.With(t.KeyAccount with { EntryThreshold = v })),
            .. t.KeyAccount.ExitThreshold is null ? Array.Empty<CurveTermOf>() :
            [
                Number("keyAccount.exitThreshold", t.KeyAccount.ExitThreshold, v => t.With(t.KeyAccount with { ExitThreshold = v })),
            ],
        ],
        "performance-pay" => Bands(t),
        "improvement-plan" =>
            [.. t.ImprovementPlan.ExpectedAbove is null ? Bands(t).Take(1) : [Number("improvementPlan.expectedAbove", t.ImprovementPlan.ExpectedAbove, v =>
                t.With(new ImprovementPlanTerms { ExpectedAbove = v }))]],
        "improvement-plan-start" => t.ImprovementPlanStart.StartWithinDays is null ? [] :
        [
            Days("improvementPlanStart.startWithinDays", t.ImprovementPlanStart.StartWithinDays, 0, d =>
                t.With(t.ImprovementPlanStart with { StartWithinDays = d })),
        ],
        "update-acknowledgement" =>
        [
            Days("updateAcknowledgement.acknowledgeWithinDays", t.UpdateAcknowledgement.AcknowledgeWithinDays, 0, d =>
                t.With(t.UpdateAcknowledgement with { AcknowledgeWithinDays = d })),
            Days("updateAcknowledgement.atRiskDays", t.UpdateAcknowledgement.AtRiskDays, 0, d => t.With(t.UpdateAcknowledgement with { AtRiskDays = d })),
        ],
        "update-implementation" =>
        [
            Days("updateImplementation.implementWithinDays", t.UpdateImplementation.ImplementWithinDays, 0, d =>
                t.With(t.UpdateImplementation with { ImplementWithinDays = d })),
            Days("updateImplementation.atRiskDays", t.UpdateImplementation.AtRiskDays, 0, d => t.With(t.UpdateImplementation with { AtRiskDays = d })),
        ],
        "fte-acquisition" =>
            [Days("fteFulfillment.limitDays", t.FteFulfillment.LimitDays, 1, d => t.With(t.FteFulfillment with { LimitDays = d }))],
        "bcp-protocol" =>
        [
            Days("bcpProtocol.atRiskDays", t.BcpProtocol.AtRiskDays, 0, d => t.With(t.BcpProtocol with { AtRiskDays = d })),
            .. OfLevels("bcpProtocol", t.BcpProtocol.Levels, levels => t.With(t.BcpProtocol with { Levels = levels })),
        ],
        "bcp-consistency" =>
            [Number("bcpConsistency.consistentFrom", t.BcpConsistency.ConsistentFrom, v => t.With(new BcpConsistencyTerms { ConsistentFrom = v }))],
        "interaction-documentation" =>
        [
            Days("interactionDocumentation.documentWithinDays", t.InteractionDocumentation.DocumentWithinDays, 0, d =>
                t.With(t.InteractionDocumentation with { DocumentWithinDays = d })),
        ],
        "action-item" =>
        [
            Days("actionItem.actWithinDays", t.ActionItem.ActWithinDays, 0, d => t.With(t.ActionItem with { ActWithinDays = d })),
            Days("actionItem.atRiskDays", t.ActionItem.AtRiskDays, 0, d => t.With(t.ActionItem with { AtRiskDays = d })),
        ],
        "payment" => t.Payment.BucketDays.Select((days, i) => Days($"payment.bucketDays[{i}]", days, 1, d =>
            t.With(t.Payment with { BucketDays = [.. t.Payment.BucketDays.Select((old, j) => j == i ? d : old)] }))),
        "career" =>
        [
            Days("career.eligibleFromYears", t.Career.EligibleFromYears, 1, d => t.With(t.Career with { EligibleFromYears = d })),
            Days("career.typicalUpToYears", t.Career.TypicalUpToYears, 1, d => t.With(t.Career with { TypicalUpToYears = d })),
        ],
        "progress-update" =>
        [
            Days("progressUpdate.everyDays", t.ProgressUpdate.EveryDays, 1, d => t.With(t.ProgressUpdate with { EveryDays = d })),
            // Past all days there are, one more warns of none more.
            .. t.ProgressUpdate.EveryDays is null || t.ProgressUpdate.AtRiskDays >= t.ProgressUpdate.EveryDays ? Array.Empty<CurveTermOf>() :
            [
                Days("progressUpdate.atRiskDays", t.ProgressUpdate.AtRiskDays, 0, d => t.With(t.ProgressUpdate with { AtRiskDays = d })),
            ],
        ],
        "business-review" => t.BusinessReview.Tiers.Count == 0
            ? [Days("businessReview.everyDays", t.BusinessReview.EveryDays, 1, d => t.With(t.BusinessReview with { EveryDays = d }))]
            : t.BusinessReview.Tiers.Select(tier => Days($"businessReview.tiers[{tier.Name}].everyDays", tier.EveryDays, 1, d => t.With(
                t.BusinessReview with { Tiers = [.. t.BusinessReview.Tiers.Select(one => one == tier ? one with { EveryDays = d } : one)] }))),
        "escalation-routing" => t.Escalation.Severities.Select(one => Days($"escalation.severities[{one.Name}].routeWithinDays", one.RouteWithinDays, 0, d =>
            WithSeverity(t, one, one with { RouteWithinDays = d }))),
        "escalation-resolution" => t.Escalation.Severities.Select(one => Days(
            $"escalation.severities[{one.Name}].resolveWithinDays", one.ResolveWithinDays, 0, d => WithSeverity(t, one, one with { ResolveWithinDays = d }))),
        "service-level" or "service-levels" =>
            [Number("serviceLevel.nearMargin", t.ServiceLevel.NearMargin, v => t.With(new ServiceLevelTerms { NearMargin = v }))],
        "retention" => [Number("retention.from", t.Retention.From, v => t.With(t.Retention with { From = v }))],
        "revenue-growth" =>
            [Number("revenueGrowth.benchmark", t.RevenueGrowth.Benchmark, v => t.With(t.RevenueGrowth with { Benchmark = v }))],
        "deal-size" => [Number("dealSize.benchmark", t.DealSize.Benchmark, v => t.With(t.DealSize with { Benchmark = v }))],
        "satisfaction" => [Number("satisfaction.from", t.Satisfaction.From, v => t.With(t.Satisfaction with { From = v }))],
        "lifetime-value" => t.LifetimeValue.Bands.Skip(1).Select(band => Number($"lifetimeValue.bands[{band.Name}].from", band.From, v =>
            t.With(t.LifetimeValue with { Bands = [.. t.LifetimeValue.Bands.Select(b => b.Name == band.Name ? b with { From = v } : b)] }))),
        _ => [],
    } is var all ? all.Select(term => term with { Rule = rule }) : [];

    /// <summary>The last level's days; those of the others end where the next one begins.</summary>
    private static IEnumerable<CurveTermOf> OfLevels(string section, TermList<LevelTerms> levels, Func<TermList<LevelTerms>, PolicyTerms> with) =>
        from level in levels.TakeLast(1)
        select Days(
            $"{section}.levels[{level.Name}].daysPast", level.DaysPast, 2, d => with([.. levels.SkipLast(1), level with { DaysPast = d }]));

    private static PolicyTerms WithSeverity(PolicyTerms terms, SeverityTerms old, SeverityTerms @new) =>
        terms.With(terms.Escalation with { Severities = [.. terms.Escalation.Severities.Select(one => one == old ? @new : one)] });

    /// <summary>Of bands that pay along a line, or in tables of groups, a cut moves more than where it lies: no curve follows it.</summary>
    private static IEnumerable<CurveTermOf> Bands(PolicyTerms t) => (t.PerformancePay is { Kind: PayTableKind.WholeAmount, Tables.Count: 0 } pay
        && pay.Bands.All(b => b.FactorTo is null || b.FactorTo == b.Factor) ? pay.Bands.Skip(1) : []).Select(band => Number(
        $"performancePay.bands[{band.Name}].{(band.Above is null ? "from" : "above")}", band.Above ?? band.From, v => t.With(t.PerformancePay with
        {
            Bands = [.. t.PerformancePay.Bands.Select(b => b.Name != band.Name ? b : b.Above is null ? b with { From = v } : b with { Above = v })],
        })));

    private static CurveTermOf Days(string path, int? value, int least, Func<int, PolicyTerms> with) => new("", path, value, true, least, v => with((int)v));

    private static CurveTermOf Number(string path, decimal? value, Func<decimal, PolicyTerms> with) => new("", path, value, false, 0, with);
}
