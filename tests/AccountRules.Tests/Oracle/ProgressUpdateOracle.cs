using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>
/// "Days since the newest update sent by the evaluation date, or since the account's start while there is none. Up to everyDays OnTrack, AtRisk on its last
/// atRiskDays days, above Overdue. After EndedOn: NotApplicable."
/// </summary>
internal static class ProgressUpdateOracle
{
    public static Dictionary<FactKey, Expected> Of(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf)
    {
        var (accounts, updates) = (facts.OfType<Account>().ToArray(), facts.OfType<ProgressUpdate>().ToArray());
        return accounts.Select(a => a.AccountId).Union(updates.Select(u => u.AccountId)).ToDictionary(
            id => new FactKey(id),
            id => Of(
                accounts.SingleOrDefault(a => a.AccountId == id),
                [.. updates.Where(u => u.AccountId == id && u.SentOn.DayNumber <= asOf.DayNumber).Select(u => u.SentOn.DayNumber)],
                asOf.DayNumber, terms.ProgressUpdate.EveryDays, terms.ProgressUpdate.AtRiskDays));
    }

    private static Expected Of(Account? account, int[] sent, int today, int? everyDays, int atRiskDays)
    {
        if ((sent.Length == 0 && account?.StartedOn is null) || everyDays is not { } every)
            return sent.Length == 0 && account?.StartedOn is { } start && start.DayNumber > today ? Expected.NotBegun : Expected.Undetermined;

        if (account is null)
            return Expected.Undetermined;

        if (account.StartedOn?.DayNumber > today)
            return Expected.NotBegun;

        if (account.EndedOn < account.StartedOn)
            return Expected.Undetermined;

        if (today > account.EndedOn?.DayNumber)
            return new(Standing.NotApplicable);

        var days = today - (sent.Length > 0 ? sent.Max() : account.StartedOn!.Value.DayNumber);
        var left = every - days;
        return left < 0 ? new(Standing.Overdue, "Late")
            : left < atRiskDays && days > 0 ? new(Standing.AtRisk, "DueSoon")
            : new(Standing.OnTrack, "InTime");
    }
}
