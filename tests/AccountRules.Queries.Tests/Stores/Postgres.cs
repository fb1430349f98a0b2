using Xunit.Abstractions;
using Xunit.Sdk;

namespace AccountRules.Queries.Tests.Stores;

/// <summary>
/// The PostgreSQL of the tests: a private cluster, started once. Where PostgreSQL 15 is not installed its tests are left out and say so; with
/// ACCOUNTRULES_REQUIRE_POSTGRES=1 leaving out is a failure.
/// </summary>
public sealed class Postgres : IDisposable
{
    public const string Collection = "PostgreSQL";

    private readonly PrivateCluster? cluster;

    public Postgres(IMessageSink messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (PrivateCluster.IsInstalled)
        {
            cluster = PrivateCluster.Start();
            return;
        }

        LeftOut = "PostgreSQL 15 is not installed here (Debian: apt-get install postgresql-15): the tests that need it are LEFT OUT.";
        if (Environment.GetEnvironmentVariable("ACCOUNTRULES_REQUIRE_POSTGRES") == "1")
            throw new InvalidOperationException($"ACCOUNTRULES_REQUIRE_POSTGRES is 1. {LeftOut}");

        messages.OnMessage(new DiagnosticMessage(LeftOut));
    }

    /// <summary>Why the tests are left out; <c>null</c> where they run.</summary>
    public string? LeftOut { get; }

    /// <summary>Whether a test is left out, which its output then says.</summary>
    public bool IsLeftOut(ITestOutputHelper output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (LeftOut is not null)
            output.WriteLine(LeftOut);

        return LeftOut is not null;
    }

    internal PostgresStore Open(string database) => new(ConnectionString(database));

    internal string ConnectionString(string database) => cluster!.ConnectionString(database);

    public void Dispose() => cluster?.Dispose();
}

[CollectionDefinition(Postgres.Collection)]
public sealed class SharedPostgres : ICollectionFixture<Postgres>;
