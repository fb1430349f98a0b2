using System.Globalization;

namespace AccountRules.Samples.Sharded;

/// <summary>The SQL that makes the tables; nothing in it knows of rules or standings.</summary>
internal static class Schema
{
    private const string Columns = "(number bigint NOT NULL, account_id int NOT NULL, placed_on date, filled_on date)";

    /// <summary>
    /// A shard's table, filled with its share of the orders. Which are its own, PostgreSQL's own hash partitioning says, asked through an empty table.
    /// </summary>
    public static string Shard(int shard, int shards, int rows, DateOnly asOf) => string.Create(CultureInfo.InvariantCulture, $"""
        CREATE TABLE routing {Columns} PARTITION BY HASH (account_id);
        CREATE TABLE orders {Columns};
        INSERT INTO orders
        SELECT number, account_id, placed_on,
               CASE WHEN number % 10 >= 6 THEN NULL                                    -- never filled
                    WHEN number % 997 = 0 THEN placed_on - 3                           -- filled before it was placed
                    ELSE placed_on + (number * 31 % 130)::int END                      -- filled, in time, late, or after the evaluation date
        FROM (SELECT number, (1 + number * 104729 % 2000)::int AS account_id,
                     CASE WHEN number % 1009 <> 0 THEN date '{asOf:yyyy-MM-dd}' - (number * 7919 % 420 - 12)::int END AS placed_on
              FROM generate_series(1::bigint, {rows}) AS number) AS generated
        WHERE satisfies_hash_partition('routing'::regclass, {shards}, {shard}, account_id);
        ALTER TABLE orders ADD PRIMARY KEY (account_id, number);
        CREATE INDEX ON orders (placed_on);
        VACUUM ANALYZE orders;
        """);

    /// <summary>The coordinator's table, which has no row of its own.</summary>
    public static string Coordinator => $"""
        CREATE EXTENSION postgres_fdw;
        CREATE TABLE orders {Columns} PARTITION BY HASH (account_id);
        """;

    /// <summary>One partition of the coordinator's table, on another server.</summary>
    public static string Partition(int shard, int shards, int port) => string.Create(CultureInfo.InvariantCulture, $"""
        CREATE SERVER shard_{shard} FOREIGN DATA WRAPPER postgres_fdw
            OPTIONS (host '127.0.0.1', port '{port}', dbname 'postgres', async_capable 'true', use_remote_estimate 'true', fetch_size '10000');
        CREATE USER MAPPING FOR CURRENT_USER SERVER shard_{shard} OPTIONS (user 'postgres');
        CREATE FOREIGN TABLE {PartitionName(shard)} PARTITION OF orders FOR VALUES WITH (MODULUS {shards}, REMAINDER {shard})
            SERVER shard_{shard} OPTIONS (table_name 'orders');
        """);

    /// <summary>The rows of one partition.</summary>
    public static string RowsOf(int shard) => $"SELECT * FROM {PartitionName(shard)}";

    private static string PartitionName(int shard) => string.Create(CultureInfo.InvariantCulture, $"orders_{shard}");
}
