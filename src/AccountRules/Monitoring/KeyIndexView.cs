using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>A <see cref="KeyIndex"/> to read.</summary>
internal readonly struct KeyIndexView(ChunksView<long> entries, int length)
{
    /// <summary>Asks for the entries of a hash.</summary>
    public void SendFor(int hash)
    {
        if (length != 0)
            Prefetch.Place(in entries[hash & (length - 1)]);
    }

    /// <summary>The first slot with a hash; 0 where there is none.</summary>
    public int First(int hash)
    {
        if (length == 0)
            return 0;

        var at = hash & (length - 1);
        while (entries[at] is var entry and not 0 && KeyIndex.HashOf(entry) != hash)
            at = (at + 1) & (length - 1);

        return KeyIndex.SlotOf(entries[at]);
    }

    /// <summary>The slot with a key; 0 where there is none.</summary>
    public int Find<T>(Keys<T> keys, ChunksView<Slot<T>> slots, in FactKey key, int hash)
        where T : class
    {
        if (length == 0)
            return 0;

        for (var at = hash & (length - 1); entries[at] is var entry and not 0; at = (at + 1) & (length - 1))
        {
            if (KeyIndex.HashOf(entry) == hash && keys.IsAt(slots[KeyIndex.SlotOf(entry)], key))
                return KeyIndex.SlotOf(entry);
        }

        return 0;
    }
}
