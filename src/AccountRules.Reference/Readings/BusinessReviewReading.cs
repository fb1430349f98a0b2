using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"Cadence by tier: tiers [name, everyDays]; by default one for all, 31 days. A tier that is not listed: Undetermined, with its cause."</summary>
internal static class BusinessReviewReading
{
    public static Dictionary<FactKey, Expected> Of(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf)
    {
        var all = facts.ToArray();
        return CadenceReading.Of(
            all.OfType<Account>(), all.OfType<BusinessReview>().Select(r => (r.AccountId, r.HeldOn)), asOf, EveryDays,
            terms.BusinessReview.AtRiskDays, terms.BusinessReview.AtRiskFromShare, terms.BusinessReview.Levels);

        int? EveryDays(Account account)
        {
            if (terms.BusinessReview.Tiers.Count == 0)
                return terms.BusinessReview.EveryDays;

            foreach (var tier in terms.BusinessReview.Tiers)
            {
                if (tier.Name == account.Tier)
                    return tier.EveryDays;
            }

            return null;
        }
    }
}
