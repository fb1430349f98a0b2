using System.Runtime.InteropServices;
using AccountRules.Benchmarks.Objects;
using AccountRules.Facts;

namespace AccountRules.Benchmarks.Groups;

/// <summary>Who enters, stays in and leaves the portfolio, as somebody would write it by hand: the accounts of each period, then period by period.</summary>
internal static class HandPortfolio
{
    public static (int Entered, int Stayed, int Left) Movements(AccountRevenue[] rows, DateOnly asOf)
    {
        var periods = new Dictionary<Period, Dictionary<string, decimal?>>();
        foreach (var row in rows)
        {
            if (row.Period.Start > asOf)
                continue;

            ref var accounts = ref CollectionsMarshal.GetValueRefOrAddDefault(periods, row.Period, out _);
            (accounts ??= new(StringComparer.Ordinal)).TryAdd(row.AccountId, row.Revenue);
        }

        var members = new HashSet<string>(StringComparer.Ordinal);
        var (entered, stayed, left, isFirst) = (0, 0, 0, true);
        foreach (var (_, accounts) in periods.OrderBy(p => p.Key))
        {
            foreach (var (account, revenue) in accounts)
            {
                if (revenue is null)
                    continue;

                if (revenue >= Hand.EntryThreshold)
                {
                    if (members.Add(account) && !isFirst)
                        entered++;
                    else
                        stayed++;
                }
                else if (members.Remove(account))
                {
                    left++;
                }
            }

            left += members.RemoveWhere(account => !accounts.ContainsKey(account));
            isFirst = false;
        }

        return (entered, stayed, left);
    }
}
