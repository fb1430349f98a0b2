using System.Runtime.InteropServices;
using AccountRules.Benchmarks.Objects;
using AccountRules.Facts;

namespace AccountRules.Benchmarks.Groups;

/// <summary>KPI months with their streaks, as somebody would write them by hand: one dictionary, then the months of each employee in order.</summary>
internal static class HandMonths
{
    public static int Met(KpiResult[] results, DateOnly asOf)
    {
        var months = new Dictionary<(string Employee, Period Period), (int Met, int Missed, int Undetermined)>();
        foreach (var result in results)
        {
            ref var month = ref CollectionsMarshal.GetValueRefOrAddDefault(months, (result.EmployeeId, result.Period), out _);
            switch (Hand.KpiAttainment(result, asOf).Standing)
            {
                case Standing.Met:
                    month.Met++;
                    break;
                case Standing.Missed:
                    month.Missed++;
                    break;
                case Standing.Undetermined:
                    month.Undetermined++;
                    break;
            }
        }

        var keys = months.Keys.ToArray();
        Array.Sort(keys, static (a, b) => string.CompareOrdinal(a.Employee, b.Employee) is var order and not 0 ? order : a.Period.CompareTo(b.Period));
        var (last, streak, sum) = (("", default(Period)), 0, 0);
        foreach (var key in keys)
        {
            var (met, missed, undetermined) = months[key];
            var isMet = missed == 0 && undetermined == 0 && met > 0;
            streak = !isMet ? 0 : string.Equals(last.Item1, key.Employee, StringComparison.Ordinal) && last.Item2.IsFollowedBy(key.Period) ? streak + 1 : 1;
            last = key;
            sum += streak;
        }

        return sum;
    }
}
