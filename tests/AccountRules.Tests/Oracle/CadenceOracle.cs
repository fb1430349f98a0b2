using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>
/// "Days since the newest sent by the evaluation date, or since the account's start while there is none. Up to everyDays OnTrack, AtRisk on its last
/// atRiskDays days, above Overdue. After EndedOn: NotApplicable."
/// </summary>
internal static class CadenceOracle
{
    /// <summary>What is said of each account that is listed or got something.</summary>
    /// <param name="all">The accounts.</param>
    /// <param name="got">What accounts got, and when.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="atRiskDays">The days of warning.</param>
    /// <param name="everyDays">The days of an account; <c>null</c> where there are none for it.</param>
    /// <param name="isInForce">Whether the policy states a number at all.</param>
    public static Dictionary<FactKey, Expected> Of(
        IEnumerable<Account> all, IEnumerable<(string AccountId, DateOnly On)> got, DateOnly asOf, int atRiskDays, Func<Account, int?> everyDays,
        bool isInForce = true)
    {
        var (accounts, events) = (all.ToArray(), got.ToArray());
        return accounts.Select(a => a.AccountId).Union(events.Select(u => u.AccountId)).ToDictionary(
            id => new FactKey(id),
            id => Of(
                accounts.SingleOrDefault(a => a.AccountId == id),
                [.. events.Where(u => u.AccountId == id && u.On.DayNumber <= asOf.DayNumber).Select(u => u.On.DayNumber)],
                asOf.DayNumber, everyDays, atRiskDays, isInForce));
    }

    private static Expected Of(Account? account, int[] on, int today, Func<Account, int?> everyDays, int atRiskDays, bool isInForce)
    {
        if (on.Length == 0 && account?.StartedOn is { } start && start.DayNumber > today)
            return Expected.NotBegun;

        if (!isInForce || account is null || (on.Length == 0 && account.StartedOn is null))
            return Expected.Undetermined;

        if (account.StartedOn?.DayNumber > today)
            return Expected.NotBegun;

        if (account.EndedOn < account.StartedOn)
            return Expected.Undetermined;

        if (today > account.EndedOn?.DayNumber)
            return new(Standing.NotApplicable);

        if (everyDays(account) is not { } every)
            return Expected.Undetermined;

        var days = today - (on.Length > 0 ? on.Max() : account.StartedOn!.Value.DayNumber);
        var left = every - days;
        return left < 0 ? new(Standing.Overdue, "Late")
            : left < atRiskDays && days > 0 ? new(Standing.AtRisk, "DueSoon")
            : new(Standing.OnTrack, "InTime");
    }
}
