using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "Cadence: days since the newest update sent. A number that the documents don't state has no default: the rule is not in force until it is set."
/// </summary>
internal static class ProgressUpdateReading
{
    public static Dictionary<FactKey, Expected> Of(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf)
    {
        var all = facts.ToArray();
        return CadenceReading.Of(
            all.OfType<Account>(), all.OfType<ProgressUpdate>().Select(u => (u.AccountId, u.SentOn)), asOf, _ => terms.ProgressUpdate.EveryDays,
            terms.ProgressUpdate.AtRiskDays, terms.ProgressUpdate.AtRiskFromShare, terms.ProgressUpdate.Levels,
            isInForce: terms.ProgressUpdate.EveryDays is not null);
    }
}
