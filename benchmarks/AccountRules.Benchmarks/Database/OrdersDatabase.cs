using System.Globalization;
using AccountRules.Shared;
using Npgsql;

namespace AccountRules.Benchmarks.Database;

/// <summary>A private PostgreSQL cluster with a database of orders for each number of rows; made once, shared by all benchmarks, dropped at the end.</summary>
internal static class OrdersDatabase
{
    private static readonly HashSet<int> Made = [];
    private static PrivateCluster? cluster;

    public static string ConnectionString(int rows, DateOnly asOf)
    {
        if (!PrivateCluster.IsInstalled)
        {
            throw new InvalidOperationException(
                "This benchmark needs PostgreSQL 15, which is not installed here: leave it out with --filter, or install it (Debian: "
                + "apt-get install postgresql-15).");
        }

        cluster ??= PrivateCluster.Start();
        var database = string.Create(CultureInfo.InvariantCulture, $"orders_{rows}");
        if (Made.Add(rows))
        {
            Run(cluster.ConnectionString(), $"CREATE DATABASE {database}");
            foreach (var statement in Orders(rows, asOf))
                Run(cluster.ConnectionString(database), statement);
        }

        return cluster.ConnectionString(database);
    }

    public static void DropAll() => cluster?.Dispose();

    /// <summary>Orders of 420 days, six in ten filled within 130 days, some without a date or filled before they were placed.</summary>
    private static IEnumerable<string> Orders(int rows, DateOnly asOf) =>
    [
        "CREATE TABLE orders (number bigint PRIMARY KEY, account_id int NOT NULL, placed_on date, filled_on date)",
        string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO orders
            SELECT number, account_id, placed_on,
                   CASE WHEN number % 10 >= 6 THEN NULL WHEN number % 997 = 0 THEN placed_on - 3 ELSE placed_on + (number * 31 % 130)::int END
            FROM (SELECT number, (1 + number * 104729 % 2000)::int AS account_id,
                         CASE WHEN number % 1009 <> 0 THEN date '{asOf:yyyy-MM-dd}' - (number * 7919 % 420 - 12)::int END AS placed_on
                  FROM generate_series(1::bigint, {rows}) AS number) AS generated
            """),
        "VACUUM ANALYZE orders",
    ];

    private static void Run(string connectionString, string sql)
    {
        using var source = NpgsqlDataSource.Create(connectionString + ";Command Timeout=600");
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }
}
