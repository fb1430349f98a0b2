using AccountRules.Shared;
using Npgsql;

namespace AccountRules.Samples.Sharded;

/// <summary>
/// Orders spread over servers by account: the shards hold the rows, the coordinator a table whose partitions are theirs. Stopped and deleted on disposal.
/// </summary>
internal sealed class ShardedOrders : IDisposable
{
    private readonly Stack<PrivateCluster> clusters = new();

    private ShardedOrders()
    {
    }

    /// <summary>The shards' connection strings.</summary>
    public IReadOnlyList<string> Shards { get; private set; } = [];

    /// <summary>The coordinator's partitions, each as the SQL for its rows.</summary>
    public IEnumerable<string> Partitions => Enumerable.Range(0, Shards.Count).Select(Schema.RowsOf);

    /// <summary>The coordinator's connection string. Aggregates are worked out partition by partition, which PostgreSQL leaves off unless told.</summary>
    public string Coordinator { get; private set; } = "";

    public static async Task<ShardedOrders> StartAsync(int rows, DateOnly asOf, int shards = 2, CancellationToken cancellation = default)
    {
        var sharded = new ShardedOrders();
        try
        {
            for (var i = 0; i <= shards; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                sharded.clusters.Push(PrivateCluster.Start());
            }

            var (coordinator, holders) = (sharded.clusters.Peek(), sharded.clusters.Skip(1).ToList());
            sharded.Shards = [.. holders.Select(c => c.ConnectionString())];
            sharded.Coordinator = coordinator.ConnectionString() + ";Options=-c enable_partitionwise_aggregate=on";

            await Task.WhenAll(sharded.Shards.Select((shard, i) => RunAsync(shard, Schema.Shard(i, shards, rows, asOf), cancellation)));
            await RunAsync(sharded.Coordinator, Schema.Coordinator, cancellation);
            for (var i = 0; i < shards; i++)
                await RunAsync(sharded.Coordinator, Schema.Partition(i, shards, holders[i].Port), cancellation);

            await RunAsync(sharded.Coordinator, "ANALYZE orders", cancellation);
            return sharded;
        }
        catch
        {
            sharded.Dispose();
            throw;
        }
    }

    /// <summary>Every cluster is stopped and deleted, whatever happens to the others.</summary>
    public void Dispose()
    {
        if (!clusters.TryPop(out var cluster))
            return;

        try
        {
            cluster.Dispose();
        }
        finally
        {
            Dispose();
        }
    }

    private static async Task RunAsync(string connectionString, string sql, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Command Timeout=600");
        foreach (var statement in sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries))
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
