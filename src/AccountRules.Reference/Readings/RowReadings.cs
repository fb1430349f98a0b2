namespace AccountRules.Reference;

/// <summary>What is said of the rows that many facts make, by the rule's id.</summary>
internal static class RowReadings
{
    public static IReadOnlyDictionary<string, Func<PolicyTerms, IEnumerable<object>, DateOnly, Dictionary<FactKey, Expected>>> All { get; } =
        new Dictionary<string, Func<PolicyTerms, IEnumerable<object>, DateOnly, Dictionary<FactKey, Expected>>>(StringComparer.Ordinal)
        {
            ["bcp-consistency"] = BcpConsistencyReading.Of,
            ["progress-update"] = ProgressUpdateReading.Of,
            ["business-review"] = BusinessReviewReading.Of,
            ["retention"] = RetentionReading.Of,
            ["share-of-wallet-growth"] = WalletShareReading.Growth,
            ["revenue-growth"] = GrowthReading.OfRevenue,
            ["deal-size"] = GrowthReading.OfDealSize,
            ["competency"] = CompetencyReading.Of,
            ["satisfaction"] = SatisfactionReading.Mean,
            ["satisfaction-trend"] = SatisfactionReading.Trend,
            ["lifetime-value"] = LifetimeValueReading.Of,
            ["improvement-plan-start"] = ImprovementPlanStartReading.Of,
        };
}
