using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "Days since the newest sent by the evaluation date, or since the account's start while there is none. Up to everyDays OnTrack, AtRisk on its last
/// atRiskDays days, above Overdue. After EndedOn: NotApplicable."
/// </summary>
internal static class CadenceReading
{
    /// <summary>What is said of each account that is listed or got something.</summary>
    /// <param name="all">The accounts.</param>
    /// <param name="got">What accounts got, and when.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="everyDays">The days of an account; <c>null</c> where there are none for it.</param>
    /// <param name="atRiskDays">The days of warning.</param>
    /// <param name="share">The part of the days from which on there is a warning, in the place of these.</param>
    /// <param name="levels">The levels past the last day.</param>
    /// <param name="isInForce">Whether the policy states a number at all.</param>
    public static Dictionary<FactKey, Expected> Of(
        IEnumerable<Account> all, IEnumerable<(string AccountId, DateOnly On)> got, DateOnly asOf, Func<Account, int?> everyDays, int atRiskDays,
        decimal? share, IEnumerable<LevelTerms> levels, bool isInForce = true)
    {
        var accounts = all.ToDictionary(account => account.AccountId, StringComparer.Ordinal);
        var events = got.ToLookup(update => update.AccountId, update => update.On.DayNumber, StringComparer.Ordinal);
        return accounts.Keys.Union(events.Select(own => own.Key), StringComparer.Ordinal).ToDictionary(
            id => new FactKey(id),
            id => Of(
                accounts.GetValueOrDefault(id),
                [.. events[id].Where(day => day <= asOf.DayNumber)],
                asOf.DayNumber, everyDays, atRiskDays, share, levels, isInForce));
    }

    private static Expected Of(
        Account? account, int[] on, int today, Func<Account, int?> everyDays, int atRiskDays, decimal? share, IEnumerable<LevelTerms> levels, bool isInForce)
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
        var isWarned = share is { } part ? LevelReading.IsWarned(days, part, every) : left < atRiskDays && days > 0;
        return left < 0 ? new Expected(Standing.Overdue, "Late").At(-left, levels)
            : isWarned ? new(Standing.AtRisk, "DueSoon")
            : new(Standing.OnTrack, "InTime");
    }
}
