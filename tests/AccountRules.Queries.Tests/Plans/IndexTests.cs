using System.Globalization;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace AccountRules.Queries.Tests.Plans;

/// <summary>The index on the open orders' dates is used: the comparisons stay on the columns.</summary>
[Collection(Postgres.Collection)]
public class IndexTests(Postgres postgres, ITestOutputHelper output)
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    [Theory]
    [InlineData(Standing.Overdue, false)]
    [InlineData(Standing.Overdue, true)]
    [InlineData(Standing.AtRisk, false)]
    [InlineData(Standing.AtRisk, true)]
    public void Where_OpenOrdersOfAHundredThousand_ScansTheIndex(Standing standing, bool planForAnyDate)
    {
        if (postgres.IsLeftOut(output))
            return;

        using var store = postgres.Open("plans");
        // One order a thousand is open.
        var orders = store.Load([.. Enumerable.Range(0, 100_000).Select(i => new CrmOrder
        {
            Id = i,
            Number = i.ToString(CultureInfo.InvariantCulture),
            PlacedOn = AsOf.AddDays(-i % 1000),
            FilledOn = i % 1000 == i / 100 ? null : AsOf.AddDays(Math.Min(0, 40 - i % 1000)),
        })]);
        store.Execute("ANALYZE crm_order");
        if (planForAnyDate)
            store.Execute("SET plan_cache_mode = force_generic_plan");

        using var command = Mapped.Orders(Policy.Default.FteFulfillment).Where(orders, AsOf, standing).CreateDbCommand();
        Assert.Contains(AsOf, command.Parameters.Cast<Npgsql.NpgsqlParameter>().Select(p => p.Value));
        Assert.DoesNotContain("2026", command.CommandText, StringComparison.Ordinal);
        command.CommandText = "EXPLAIN " + command.CommandText;
        command.Connection = store.Context.Database.GetDbConnection();
        var plan = new List<string>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
                plan.Add(reader.GetString(0));
        }

        var text = string.Join('\n', plan);
        output.WriteLine(text);
        Assert.Matches(@"Index Scan (using|on) crm_order_open", text);
        Assert.DoesNotContain("Seq Scan", text, StringComparison.Ordinal);
    }
}
