using AccountRules.Shared;
using Npgsql;

namespace AccountRules.Queries.Tests;

public class PrivateClusterTests
{
    [Fact]
    public void Cluster_Started_AnswersAndIsGoneAfterwards()
    {
        if (!PrivateCluster.IsInstalled)
            return;

        using var cluster = PrivateCluster.Start();
        using var connection = new NpgsqlConnection(cluster.ConnectionString());
        connection.Open();
        using var command = new NpgsqlCommand("select 1 + 1", connection);
        Assert.Equal(2, command.ExecuteScalar());
    }
}
