using System.Globalization;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using Xunit.Abstractions;

namespace AccountRules.Queries.Tests.Northwind;

/// <summary>The key accounts of a trading firm in every period, as worked out apart from any implementation.</summary>
[Collection(Postgres.Collection)]
public class NorthwindPortfolioTests(Postgres postgres, ITestOutputHelper output)
{
    [Theory]
    [InlineData("year", 5000)]
    [InlineData("year", 10000)]
    [InlineData("month", 1000)]
    [InlineData("month", 2500)]
    public void Members_OfEveryPeriod_AreTheExpectedOnes(string kind, int entry)
    {
        using var sqlite = SqliteStore.InMemory();
        Conforms(sqlite, kind, entry);
        Conforms(new MemoryStore(), kind, entry);
        if (postgres.IsLeftOut(output))
            return;

        using var store = postgres.Open("northwind");
        Conforms(store, kind, entry);
    }

    private static void Conforms(IRowStore store, string kind, int entry)
    {
        var file = kind == "year" ? "tests/data/northwind/account-revenue-year.csv" : "samples/northwind/account-revenue.csv";
        var rows = store.Load(Lines(file).Select((line, i) => new RevenueRow
        {
            Id = i,
            Account = line[0],
            Month = line[1],
            StartsOn = Period.Parse(line[1]).Start,
            Turnover = decimal.Parse(line[2], CultureInfo.InvariantCulture),
        }).ToArray());
        var plain = Mapped.Revenues(new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = entry })).KeyAccount);
        var withExit = Mapped.Revenues(
            new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = entry, ExitThreshold = entry * 0.8m })).KeyAccount);

        var path = $"tests/data/northwind/r5-rows-account-revenue-{kind}.csv";
        var header = File.ReadLines(Path.Combine(Repository.Root, path)).First().Split(',').ToList();
        foreach (var period in Lines(path).GroupBy(line => line[1]))
        {
            Assert.Equal(Expected(period, $"{entry}_plain"), plain.Members(rows, r => r.Month, period.Key).AsEnumerable().Order(StringComparer.Ordinal));
            Assert.Equal(
                Expected(period, $"{entry}_hysteresis"),
                withExit.Members(rows, r => r.StartsOn, Period.Parse(period.Key).Start).AsEnumerable().Order(StringComparer.Ordinal));
        }

        string[] Expected(IEnumerable<string[]> lines, string column) =>
            [.. lines.Where(l => l[header.IndexOf(column)] == "true").Select(l => l[0]).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(Path.Combine(Repository.Root, file)).Skip(1).Select(line => line.Split(','));
}
