using AccountRules.Queries.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Stores;

/// <summary>Contexts that translate queries without a database behind them.</summary>
internal static class Offline
{
    public static HostContext Of(string provider) => provider switch
    {
        "PostgreSQL" => new(PostgresStore.OptionsOf("Host=127.0.0.1")),
        "SQLite" => new(new DbContextOptionsBuilder<HostContext>().UseSqlite("Data Source=:memory:").Options),
        _ => throw new ArgumentException($"No provider `{provider}`.", nameof(provider)),
    };

    public static string Text<T>(IQueryable<T> query) => query.ToQueryString().ReplaceLineEndings("\n");
}
