namespace AccountRules.Queries.Tests.Stores;

/// <summary>Where rows are put and asked.</summary>
internal interface IRowStore : IDisposable
{
    /// <summary>Whether its decimals pay, to so many places: a database that cannot round a product of decimals throws.</summary>
    bool Pays(int decimals);

    /// <summary>Puts rows in the place of all rows of their type.</summary>
    IQueryable<TRow> Load<TRow>(IReadOnlyList<TRow> rows)
        where TRow : class;
}
