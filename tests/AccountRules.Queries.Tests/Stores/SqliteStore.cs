using System.Globalization;
using AccountRules.Queries.Tests.Hosts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Stores;

/// <summary>EF Core over SQLite, in memory or in a temporary file.</summary>
internal sealed class SqliteStore : IRowStore
{
    private readonly SqliteConnection connection;
    private readonly string? file;

    private SqliteStore(string? file)
    {
        this.file = file;
        connection = new SqliteConnection($"Data Source={file ?? ":memory:"};Pooling=False");
        connection.Open();
        Context = new HostContext(
            new DbContextOptionsBuilder<HostContext>().UseSqlite(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
        Context.Database.EnsureCreated();
    }

    public HostContext Context { get; }

    public bool Pays(int decimals) => false;

    public static SqliteStore InMemory() => new(file: null);

    public static SqliteStore InFile() => new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db"));

    public IQueryable<TRow> Load<TRow>(IReadOnlyList<TRow> rows)
        where TRow : class
    {
        var columns = new Columns<TRow>(Context);
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"DELETE FROM {columns.Table}";
        command.ExecuteNonQuery();
        command.CommandText = $"INSERT INTO {columns.Table} ({columns.Names}) VALUES "
            + $"({string.Join(", ", columns.Mappings.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"$p{i}")))})";
        var parameters = columns.Mappings
            .Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"$p{i}") }))
            .ToArray();
        foreach (var row in rows)
        {
            foreach (var (parameter, value) in parameters.Zip(columns.Values(row)))
                parameter.Value = value ?? DBNull.Value;

            command.ExecuteNonQuery();
        }

        transaction.Commit();
        return Context.Set<TRow>();
    }

    public void Dispose()
    {
        Context.Dispose();
        connection.Dispose();
        if (file is not null)
            File.Delete(file);
    }
}
