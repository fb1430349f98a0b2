using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>"An account becomes a key account when its revenue crosses a threshold."</summary>
internal static class KeyAccountOracle
{
    /// <summary>One row by itself: an account that was no member before.</summary>
    public static Expected Of(AccountRevenue row, DateOnly asOf, decimal? entryThreshold)
    {
        if (row.Period.Start > asOf)
            return Expected.NotBegun;

        // A rule that is not in force says nothing that a period could change.
        if (entryThreshold is not { } entry)
            return Expected.Undetermined;

        if (row.Revenue is not { } revenue)
            return Expected.Undetermined.In(row.Period, asOf);

        return new Expected(Standing.Graded, revenue >= entry ? "Key" : "Standard").In(row.Period, asOf);
    }

    /// <summary>The membership of every account over the periods that the data holds; an account's rows in the order of periods, then as they came.</summary>
    public static Dictionary<(string Account, Period Period), List<Membership>> Track(
        IReadOnlyList<AccountRevenue> rows, DateOnly asOf, decimal? entryThreshold, decimal? exitThreshold, DateOnly? inForceFrom = null)
    {
        var track = new Dictionary<(string Account, Period Period), List<Membership>>();
        foreach (var kind in rows.Select(r => r.Period).Distinct().GroupBy(PeriodKind.Of))
        {
            var periods = kind.OrderBy(p => p.Start).ToArray();
            var first = periods.FirstOrDefault(p => !InForce.IsBefore(inForceFrom, p.Start));
            foreach (var account in rows.Select(r => r.AccountId).Distinct(StringComparer.Ordinal))
            {
                var isMember = false;
                foreach (var period in periods)
                {
                    var here = rows.Where(r => string.Equals(r.AccountId, account, StringComparison.Ordinal) && r.Period == period).ToArray();
                    var memberships = InPeriod(
                        here, asOf, ref isMember, period, period == first, entryThreshold, exitThreshold ?? entryThreshold, inForceFrom);
                    if (memberships.Count > 0)
                        track.Add((account, period), memberships);
                }
            }
        }

        return track;
    }

    private static List<Membership> InPeriod(
        AccountRevenue[] rows, DateOnly asOf, ref bool isMember, Period period, bool isFirst, decimal? entry, decimal? exit, DateOnly? inForceFrom)
    {
        if (period.Start > asOf || InForce.IsBefore(inForceFrom, period.Start))
            return [.. rows.Select(_ => new Membership(Standing.NotApplicable, Band: null, Movement: null))];

        var isProvisional = entry is not null && asOf <= period.End;
        if (rows.Length == 0)
        {
            var leaves = isMember;
            isMember = false;
            return leaves ? [new(Standing.Graded, "Standard", Movement.Left, isProvisional)] : [];
        }

        var duplicates = Enumerable.Repeat(new Membership(Standing.Undetermined, Band: null, Movement: null, isProvisional), rows.Length - 1);
        if (entry is null || rows[0].Revenue is not { } revenue)
            return [new(Standing.Undetermined, Band: null, Movement: null, isProvisional), .. duplicates];

        var was = isMember;
        isMember = was ? !(revenue < exit) : revenue >= entry;
        var movement = was && isMember ? Movement.Stayed : was ? Movement.Left : !isMember ? Movement.Outside : isFirst ? Movement.Stayed : Movement.Entered;
        return [new(Standing.Graded, isMember ? "Key" : "Standard", movement, isProvisional), .. duplicates];
    }
}
