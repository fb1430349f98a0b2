using System.Globalization;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Npgsql;
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
        using var command = Mapped.Orders(Policy.Default.FteFulfillment).Where(orders, AsOf, standing).CreateDbCommand();
        var dates = command.Parameters.Cast<NpgsqlParameter>().ToArray();
        Assert.Contains(AsOf, dates.Select(d => d.Value));
        Assert.DoesNotContain("2026", command.CommandText, StringComparison.Ordinal);

        // Prepared, because only a prepared statement has a plan for any date.
        var sql = dates.Select((date, i) => (date, i))
            .Reverse()
            .Aggregate(command.CommandText, (text, d) => text.Replace($"@{d.date.ParameterName.TrimStart('@')}", $"${d.i + 1}", StringComparison.Ordinal));
        store.Execute($"SET plan_cache_mode = {(planForAnyDate ? "force_generic_plan" : "force_custom_plan")}");
        store.Execute($"PREPARE question ({string.Join(", ", dates.Select(_ => "date"))}) AS {sql}");
        var plan = store.Lines($"EXPLAIN EXECUTE question ({string.Join(", ", dates.Select(d => $"'{d.Value:yyyy-MM-dd}'"))})");
        output.WriteLine(plan);
        Assert.Equal(planForAnyDate, plan.Contains("$1", StringComparison.Ordinal));
        Assert.Matches(@"Index Scan (using|on) crm_order_open", plan);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Filter:", plan, StringComparison.Ordinal);   // every condition is looked up in the index
    }
}
