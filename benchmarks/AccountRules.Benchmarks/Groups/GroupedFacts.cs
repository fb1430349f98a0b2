using System.Globalization;
using AccountRules.Facts;

namespace AccountRules.Benchmarks.Groups;

/// <summary>A million rows: results of 10,000 employees in 12 months, revenues of 100,000 accounts in 10 quarters.</summary>
internal static class GroupedFacts
{
    public static KpiResult[] Results(int count)
    {
        var random = new Random(3);
        string[] employees = [.. Enumerable.Range(0, Math.Max(1, count / 100)).Select(i => i.ToString("'E'00000", CultureInfo.InvariantCulture))];
        var results = new KpiResult[count];
        for (var i = 0; i < count; i++)
        {
            results[i] = new()
            {
                EmployeeId = employees[i % employees.Length],
                Kpi = "Calls",
                Period = Period.Month(2025, 1 + random.Next(12)),
                Target = 100,
                Actual = random.Next(20) == 0 ? 80.5m : 90.25m,
            };
        }

        random.Shuffle(results);
        return results;
    }

    public static AccountRevenue[] Revenues(int count)
    {
        var random = new Random(4);
        string[] accounts = [.. Enumerable.Range(0, Math.Max(1, count / 10)).Select(i => i.ToString("'A'000000", CultureInfo.InvariantCulture))];
        var rows = new List<AccountRevenue>(count);
        foreach (var account in accounts)
        {
            for (var quarter = 0; quarter < 10; quarter++)
            {
                if (random.Next(12) != 0)
                    rows.Add(new() { AccountId = account, Period = Period.Quarter(2023 + quarter / 4, 1 + quarter % 4), Revenue = random.Next(200) * 1000 });
            }
        }

        var shuffled = rows.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
