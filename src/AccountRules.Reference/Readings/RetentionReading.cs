using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "Of the accounts active in the period before, those active in this one; Met from `from` (without it Graded). Nobody active before: Undetermined."
/// </summary>
internal static class RetentionReading
{
    public static Dictionary<FactKey, Expected> Of(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf)
    {
        var (accounts, revenues) = (facts.OfType<Account>().ToDictionary(a => a.AccountId, StringComparer.Ordinal), facts.OfType<AccountRevenue>().ToArray());
        var expected = new Dictionary<FactKey, Expected>();
        foreach (var period in revenues.Select(r => r.Period).Distinct())
        {
            var before = revenues.Where(r => PeriodKind.IsPeriodBefore(r.Period, period)).ToLookup(r => GroupOf(r.AccountId), StringComparer.Ordinal);
            var now = revenues.Where(r => r.Period == period).ToArray();
            var pay = now.Where(r => r.Revenue > 0).Select(r => r.AccountId).ToHashSet(StringComparer.Ordinal);
            foreach (var group in before.Select(g => g.Key).Concat(now.Select(r => GroupOf(r.AccountId))).Distinct(StringComparer.Ordinal))
            {
                var were = before[group].Where(r => r.Revenue > 0).Select(r => r.AccountId).ToArray();
                var stayed = were.Count(pay.Contains);
                var said = Of(were.Length, stayed, terms.Retention.From, hasBegun: period.Start <= asOf).In(period, asOf);
                expected.Add(
                    new(group, period),
                    InForce.From(terms.EffectiveFrom, period.Start, said with { IsProvisional = said.IsProvisional && period.Start <= asOf }));
            }
        }

        return expected;

        string GroupOf(string id) => terms.Retention.Per switch
        {
            RetentionPer.Portfolio => "portfolio",
            RetentionPer.Manager => accounts.GetValueOrDefault(id)?.ManagerId ?? "",
            _ => accounts.GetValueOrDefault(id)?.Tier ?? "",
        };
    }

    private static Expected Of(int before, int stayed, decimal? from, bool hasBegun) => !hasBegun ? Expected.NotBegun
        : before == 0 ? Expected.Undetermined
        : from is not { } least ? new(Standing.Graded, "Counted")
        : stayed >= least * before ? new(Standing.Met, "Retained") : new(Standing.Missed, "Lost");
}
