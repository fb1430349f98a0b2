using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"Roll-up per account and period: all met", read as the month of KPIs is; at risk where one is, and nothing is worse or unknown.</summary>
internal static class ServiceLevelsReading
{
    public static Dictionary<FactKey, RolledUp> Of(PolicyTerms terms, IEnumerable<ServiceLevel> levels, DateOnly asOf) => Of(
        levels, asOf, level => FactReadings.ServiceLevel(terms, level, asOf).Standing, terms.EffectiveFrom);

    /// <summary>The same, given what is said of each level.</summary>
    public static Dictionary<FactKey, RolledUp> Of(
        IEnumerable<ServiceLevel> levels, DateOnly asOf, Func<ServiceLevel, Standing> says, DateOnly? inForceFrom) =>
        RollUpReading.Of(levels, level => (level.AccountId, level.Period, level.Service), says, Together, asOf, inForceFrom);

    private static Standing Together(Standing[] all) =>
        Array.TrueForAll(all, s => s == Standing.NotApplicable) ? Standing.NotApplicable
        : all.Contains(Standing.Missed) ? Standing.Missed
        : all.Contains(Standing.Undetermined) ? Standing.Undetermined
        : all.Contains(Standing.AtRisk) ? Standing.AtRisk
        : Standing.Met;
}
