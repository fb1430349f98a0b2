using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AccountRules.Benchmarks.Database;

/// <summary>
/// How many orders have each standing, and each band: by SQL written for it, by the library's query, and by fetching every order and assessing it here.
/// </summary>
public class CountInPostgres
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    private string connectionString = "";

    /// <summary>How many orders there are.</summary>
    [ParamsSource(nameof(Sizes))]
    public int Rows { get; set; }

    public static IEnumerable<int> Sizes => [RunSettings.IsShort ? 100_000 : 1_000_000];

    [GlobalSetup]
    public void Setup()
    {
        connectionString = OrdersDatabase.ConnectionString(Rows, AsOf);
        var expected = HandWrittenCase();
        foreach (var counts in (Dictionary<Standing, long>[])[HandWrittenFilters(), CountByStanding(), AssessInMemory()])
        {
            if (counts.Count != expected.Count || counts.Any(c => expected[c.Key] != c.Value) || counts.Values.Sum() != Rows)
                throw new InvalidOperationException("The counts differ, so there is nothing to compare.");
        }

        var bands = HandWrittenBands();
        foreach (var counts in (Dictionary<string, long>[])[CountByBand(), GradeAndGroup()])
        {
            if (counts.Count != bands.Count || counts.Any(c => bands[c.Key] != c.Value) || counts.Values.Sum() != Rows)
                throw new InvalidOperationException("The counts by band differ, so there is nothing to compare.");
        }
    }

    [Benchmark(Baseline = true, Description = "hand-written SQL: CASE, GROUP BY"), BenchmarkCategory("by standing")]
    public Dictionary<Standing, long> HandWrittenCase() => Read(HandWritten.Case, reader =>
    {
        var counts = new Dictionary<Standing, long>();
        while (reader.Read())
            counts.Add((Standing)reader.GetInt32(0), reader.GetInt64(1));

        return counts;
    });

    [Benchmark(Description = "hand-written SQL: a filtered count for each standing"), BenchmarkCategory("by standing")]
    public Dictionary<Standing, long> HandWrittenFilters() => Read(HandWritten.Filters, reader =>
    {
        reader.Read();
        return HandWritten.FilterOrder.Select((standing, i) => (standing, Count: reader.GetInt64(i))).ToDictionary(c => c.standing, c => c.Count);
    });

    [Benchmark(Description = "CountByStanding through EF Core"), BenchmarkCategory("by standing")]
    public Dictionary<Standing, long> CountByStanding()
    {
        using var db = new OrdersContext(connectionString);
        return CrmOrder.Rule.CountByStanding(db.Orders, AsOf).ToDictionary(c => c.Standing, c => c.Count);
    }

    [Benchmark(Description = "fetch through EF Core, assess in memory"), BenchmarkCategory("by standing")]
    public Dictionary<Standing, long> AssessInMemory()
    {
        using var db = new OrdersContext(connectionString);
        var counts = new Dictionary<Standing, long>();
        foreach (var order in db.Orders.AsEnumerable())
        {
            var standing = CrmOrder.Rule.Assess(order, AsOf).Standing;
            counts[standing] = counts.GetValueOrDefault(standing) + 1;
        }

        return counts;
    }

    [Benchmark(Baseline = true, Description = "by band, hand-written SQL: CASE, GROUP BY"), BenchmarkCategory("by band")]
    public Dictionary<string, long> HandWrittenBands() => Read(HandWritten.Bands, reader =>
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        while (reader.Read())
            counts.Add(reader.GetString(0), reader.GetInt64(1));

        return counts;
    });

    [Benchmark(Description = "CountByBand through EF Core"), BenchmarkCategory("by band")]
    public Dictionary<string, long> CountByBand()
    {
        using var db = new OrdersContext(connectionString);
        return CrmOrder.Rule.CountByBand(db.Orders, AsOf).ToDictionary(c => Key(c.Standing, c.Band), c => c.Count, StringComparer.Ordinal);
    }

    [Benchmark(Description = "Grade, and GroupBy of standing and band, through EF Core"), BenchmarkCategory("by band")]
    public Dictionary<string, long> GradeAndGroup()
    {
        using var db = new OrdersContext(connectionString);
        return CrmOrder.Rule.Grade(db.Orders, AsOf).GroupBy(g => new { g.Standing, g.Band }).Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionary(c => Key(c.Key.Standing, c.Key.Band), c => c.Count, StringComparer.Ordinal);
    }

    private static string Key(Standing standing, string? band) => string.Create(CultureInfo.InvariantCulture, $"{(int)standing} {band}").TrimEnd();

    private Dictionary<TKey, long> Read<TKey>(string sql, Func<NpgsqlDataReader, Dictionary<TKey, long>> read)
        where TKey : notnull
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new() { Value = AsOf }, new() { Value = AsOf.AddDays(-90) }, new() { Value = AsOf.AddDays(-76) } },
        };
        using var reader = command.ExecuteReader();
        return read(reader);
    }
}
