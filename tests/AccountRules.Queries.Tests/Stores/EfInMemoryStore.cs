using AccountRules.Queries.Tests.Hosts;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Stores;

/// <summary>EF Core over its own provider in memory, which hosts use in tests: it runs the query as written, by .NET's decimals.</summary>
internal sealed class EfInMemoryStore : IRowStore
{
    private HostContext? context;

    public HostContext Context => context!;

    public bool Pays(int decimals) => true;

    public IQueryable<TRow> Load<TRow>(IReadOnlyList<TRow> rows)
        where TRow : class
    {
        context?.Dispose();
        context = new(new DbContextOptionsBuilder<HostContext>()
            .UseInMemoryDatabase(Guid.NewGuid().ToString())
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options);
        context.AddRange(rows);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        return context.Set<TRow>();
    }

    public void Dispose() => context?.Dispose();
}
