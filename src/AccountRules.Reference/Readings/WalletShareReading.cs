using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "Ratio, Graded; above 1 Undetermined. Growth against the period before: above it Met, else Missed, compared as `ours * spendBefore > oursBefore * spend`;
/// no period before: NotApplicable."
/// </summary>
internal static class WalletShareReading
{
    public static Expected Of(WalletShare share, DateOnly asOf) => share.Period.Start > asOf ? Expected.NotBegun
        : (IsShare(share) ? new(Standing.Graded, "Counted") : Expected.Undetermined).In(share.Period, asOf);

    public static Dictionary<FactKey, Expected> Growth(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf)
    {
        var shares = facts.OfType<WalletShare>().ToLookup(share => share.AccountId, StringComparer.Ordinal);
        return shares.SelectMany(own => own).ToDictionary(
            now => new FactKey(now.AccountId, now.Period),
            now => GrowthReading.Begun(
                terms, now.Period, asOf, Growth(now, shares[now.AccountId].SingleOrDefault(b => PeriodKind.IsPeriodBefore(b.Period, now.Period)))));
    }

    private static Expected Growth(WalletShare now, WalletShare? before) => before is null ? new(Standing.NotApplicable)
        : !IsShare(now) || !IsShare(before) || before.OurRevenue <= 0 ? Expected.Undetermined
        : Fraction.Of(now.OurRevenue!.Value) * Fraction.Of(before.ClientSpend!.Value)
            > Fraction.Of(before.OurRevenue!.Value) * Fraction.Of(now.ClientSpend!.Value)
            ? new(Standing.Met, "Grown") : new(Standing.Missed, "NotGrown");

    private static bool IsShare(WalletShare share) => share is { OurRevenue: { } ours, ClientSpend: { } spend and > 0 } && ours <= spend;
}
