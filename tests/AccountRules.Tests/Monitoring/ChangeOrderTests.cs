using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>Changes come by key, texts by their ordinal value, whatever their subjects have in common and however they came.</summary>
public sealed class ChangeOrderTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    /// <summary>The first eight characters are compared as numbers: ids that share them, end within them, or leave Latin-1 there.</summary>
    private static readonly string[] Starts =
    [
        "", "CUSTOMER", "CUSTOMER-", "CUSTOMEr", "CUSTOM",
        "kunde\u00FE", "kunde\u00FF", "kunde\u0100", "kunde\uFFFA", "\u6F22\u5B57\u6F22\u5B57",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Changes_OfIdsThatBeginAlike_AreInTheOrderOfTheirKeys(int seed)
    {
        var facts = (from start in Starts from i in Enumerable.Range(0, 40) from month in new[] { 1, 2, 3 } select Revenue($"{start}{i}", month)).ToArray();
        new Random(seed).Shuffle(facts);

        var changes = new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(policy => policy.KeyAccount)).AddRange(facts);

        var expected = facts.OrderBy(fact => fact.AccountId, StringComparer.Ordinal).ThenBy(fact => fact.Period).Select(fact => (fact.AccountId, fact.Period));
        Assert.Equal(expected, changes.Select(change => (change.Subject, change.Period!.Value)));
        Assert.All(changes, change => Assert.Equal((change.Subject, change.Period), (change.After!.Value.Subject, change.After.Value.Period)));
    }

    /// <summary>Rows that come and go before, between and after others, one and several in a row: each stands, or is cleared, by its own key.</summary>
    [Fact]
    public void Rows_ThatComeAndGoAmongOthers_AreThoseOfAFreshMonitor()
    {
        var random = new Random(5);
        var months = Enumerable.Range(1, 12).Select(month => Period.Month(2025, month)).ToArray();
        var rules = MonitoredRules.None.With(policy => policy.KeyAccount);
        var monitor = new PolicyMonitor(Policy.Default, Day, rules);
        monitor.AddRange(months.Select(month => new AccountRevenue { AccountId = "beside", Period = month, Revenue = 1 }));
        Dictionary<Period, AccountRevenue> own = [];
        for (var round = 0; round < 300; round++)
        {
            var (from, count) = (random.Next(12), random.Next(1, 5));
            foreach (var month in months.Skip(from).Take(count))
            {
                if (own.Remove(month))
                    monitor.Remove<AccountRevenue>(new("own", month));
                else
                    monitor.Add(own[month] = new() { AccountId = "own", Period = month, Revenue = random.Next(2) * 200_000 });
            }

            var fresh = new PolicyMonitor(Policy.Default, Day, rules);
            fresh.AddRange(months.Select(month => new AccountRevenue { AccountId = "beside", Period = month, Revenue = 1 }).Concat(own.Values));
            Assert.Equal(Said(fresh), Said(monitor));
        }
    }

    private static string[] Said(PolicyMonitor monitor) =>
        [.. monitor.Snapshot().FindAll("key-account").Select(row => $"{row.Subject} {row.Period} {row.Standing} {row.Movement}").Order()];

    private static AccountRevenue Revenue(string account, int month) => new() { AccountId = account, Period = Period.Month(2026, month), Revenue = 200_000 };
}
