namespace AccountRules.Monitoring;

/// <summary>A <see cref="Table{T}"/> to read, live or frozen.</summary>
internal sealed class TableView<T>(Keys<T> keys, ChunksView<Slot<T>> slots, KeyIndexView index, OwnerIndexView<T> owners, StandingIndexView standings)
    where T : class
{
    public ref readonly Slot<T> this[int slot] => ref slots[slot];

    public FactKey KeyOf(int slot) => keys.KeyOf(slots[slot].Entry!);

    public int Count(Standing standing) => standings.Count(standing);

    /// <summary>The slot with a key; 0 where there is none.</summary>
    public int Find(in FactKey key) => key.Subject is null ? 0 : index.Find(keys, slots, key, Keys<T>.HashOf(key));

    /// <summary>The slots that have a standing, in ascending order.</summary>
    public IEnumerable<int> With(Standing standing) => standings.With(standing);

    /// <summary>The slots of an owner, the newest first.</summary>
    public IEnumerable<int> Of(string owner) => owners.Of(owner, keys, slots);
}
