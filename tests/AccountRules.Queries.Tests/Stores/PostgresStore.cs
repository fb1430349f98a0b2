using AccountRules.Queries.Tests.Hosts;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AccountRules.Queries.Tests.Stores;

/// <summary>EF Core over PostgreSQL, loaded by COPY.</summary>
internal sealed class PostgresStore : IRowStore
{
    private readonly NpgsqlConnection connection;

    public PostgresStore(string connectionString)
    {
        Context = new HostContext(OptionsOf(connectionString));
        Context.Database.EnsureCreated();
        connection = (NpgsqlConnection)Context.Database.GetDbConnection();
        connection.Open();
    }

    public HostContext Context { get; }

    public bool Pays(int decimals) => true;

    public static DbContextOptions<HostContext> OptionsOf(string connectionString) =>
        new DbContextOptionsBuilder<HostContext>().UseNpgsql(connectionString).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;

    public IQueryable<TRow> Load<TRow>(IReadOnlyList<TRow> rows)
        where TRow : class
    {
        var columns = new Columns<TRow>(Context);
        Execute($"TRUNCATE {columns.Table}");
        using (var writer = connection.BeginBinaryImport($"COPY {columns.Table} ({columns.Names}) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var row in rows)
            {
                writer.StartRow();
                foreach (var value in columns.Values(row))
                {
                    if (value is null)
                        writer.WriteNull();
                    else
                        writer.Write(value);
                }
            }

            writer.Complete();
        }

        return Context.Set<TRow>();
    }

    public void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public string Lines(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(0));

        return string.Join('\n', lines);
    }

    public void Dispose()
    {
        connection.Dispose();
        Context.Dispose();
    }
}
