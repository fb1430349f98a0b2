using AccountRules.Queries.Tests.Stores;
using Npgsql;
using Xunit.Abstractions;

namespace AccountRules.Queries.Tests;

[Collection(Postgres.Collection)]
public class PrivateClusterTests(Postgres postgres, ITestOutputHelper output)
{
    [Fact]
    public void Cluster_Stopped_IsGone()
    {
        if (postgres.IsLeftOut(output))
            return;

        string text;
        using (var cluster = PrivateCluster.Start())
        {
            text = cluster.ConnectionString();
            using var connection = new NpgsqlConnection(text);
            connection.Open();
            using var command = new NpgsqlCommand("select 1 + 1", connection);
            Assert.Equal(2, command.ExecuteScalar());
            NpgsqlConnection.ClearPool(connection);
        }

        using var late = new NpgsqlConnection(text);
        Assert.ThrowsAny<NpgsqlException>(late.Open);
    }
}
