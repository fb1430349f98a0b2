using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"An account becomes a key account when its revenue crosses a threshold."</summary>
internal static class KeyAccountReading
{
    /// <summary>One row by itself: an account that was no member before.</summary>
    public static Expected Of(AccountRevenue row, DateOnly asOf, KeyAccountTerms terms)
    {
        if (row.Period.Start > asOf)
            return Expected.NotBegun;

        // A rule that is not in force says nothing that a period could change.
        if (terms.EntryThreshold is not { } entry)
            return Expected.Undetermined;

        if (row.Revenue is not { } revenue || IsOther(row, terms.Currency))
            return Expected.Undetermined.In(row.Period, asOf);

        return new Expected(Standing.Graded, revenue >= entry ? "Key" : "Standard").In(row.Period, asOf);
    }

    /// <summary>The membership of every account over the periods that the data holds; an account's rows in the order of periods, then as they came.</summary>
    public static Dictionary<(string Account, Period Period), List<Membership>> Track(
        IReadOnlyList<AccountRevenue> rows, DateOnly asOf, KeyAccountTerms terms, DateOnly? inForceFrom = null) =>
        Track(rows, asOf, _ => new(terms.EntryThreshold, terms.ExitThreshold, terms.Currency, Straddles: false), inForceFrom);

    /// <summary>The same, with thresholds that go by the period.</summary>
    public static Dictionary<(string Account, Period Period), List<Membership>> Track(
        IEnumerable<AccountRevenue> rows, DateOnly asOf, Func<Period, Thresholds> of, DateOnly? inForceFrom)
    {
        var track = new Dictionary<(string Account, Period Period), List<Membership>>();
        foreach (var kind in rows.GroupBy(row => PeriodKind.Of(row.Period), StringComparer.Ordinal))
        {
            Period[] periods = [.. kind.Select(row => row.Period).Distinct().OrderBy(p => p.Start).ThenBy(p => p.End)];
            var first = periods.FirstOrDefault(p => !InForce.IsBefore(inForceFrom, p.Start));
            var thresholds = periods.ToDictionary(period => period, of);
            foreach (var account in kind.GroupBy(row => row.AccountId, StringComparer.Ordinal))
            {
                var isMember = false;
                var own = account.ToLookup(row => row.Period);
                foreach (var period in periods)
                {
                    var memberships = InPeriod([.. own[period]], asOf, ref isMember, period, period == first, thresholds[period], inForceFrom);
                    if (memberships.Count > 0)
                        track.Add((account.Key, period), memberships);
                }
            }
        }

        return track;
    }

    /// <summary>"Amounts of different currencies are never compared": a row that names none is of the currency of the thresholds.</summary>
    private static bool IsOther(AccountRevenue row, string? currency) => row.Currency is { } own && own != currency;

    /// <summary>
    /// What an account must reach to enter, and may not fall below to stay, and in which currency; whether the period straddles a change of these.
    /// </summary>
    internal readonly record struct Thresholds(decimal? Entry, decimal? Exit, string? Currency, bool Straddles);

    private static List<Membership> InPeriod(
        AccountRevenue[] rows, DateOnly asOf, ref bool isMember, Period period, bool isFirst, Thresholds thresholds, DateOnly? inForceFrom)
    {
        var (entry, exit) = (thresholds.Entry, thresholds.Exit ?? thresholds.Entry);
        if (period.Start > asOf || InForce.IsBefore(inForceFrom, period.Start))
            return [.. rows.Select(_ => new Membership(Standing.NotApplicable, Band: null, Movement: null))];

        var isProvisional = (entry is not null || thresholds.Straddles) && asOf <= period.End;
        if (rows.Length == 0)
        {
            // What is not in force in a period takes nobody out for want of a row.
            if (entry is null)
                return [];

            var leaves = isMember;
            isMember = false;
            return leaves ? [new(Standing.Graded, "Standard", Movement.Left, isProvisional)] : [];
        }

        var duplicates = Enumerable.Repeat(new Membership(Standing.Undetermined, Band: null, Movement: null, isProvisional), rows.Length - 1);
        if (thresholds.Straddles || entry is null || rows[0].Revenue is not { } revenue || IsOther(rows[0], thresholds.Currency))
            return [new(Standing.Undetermined, Band: null, Movement: null, isProvisional), .. duplicates];

        var was = isMember;
        isMember = was ? !(revenue < exit) : revenue >= entry;
        var movement = was && isMember ? Movement.Stayed : was ? Movement.Left : !isMember ? Movement.Outside : isFirst ? Movement.Stayed : Movement.Entered;
        return [new(Standing.Graded, isMember ? "Key" : "Standard", movement, isProvisional), .. duplicates];
    }
}
