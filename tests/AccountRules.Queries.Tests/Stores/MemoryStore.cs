namespace AccountRules.Queries.Tests.Stores;

/// <summary>LINQ to objects.</summary>
internal sealed class MemoryStore : IRowStore
{
    public bool Pays(int decimals) => true;

    public IQueryable<TRow> Load<TRow>(IReadOnlyList<TRow> rows)
        where TRow : class => rows.AsQueryable();

    public void Dispose()
    {
    }
}
