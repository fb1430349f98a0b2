namespace AccountRules.Monitoring;

/// <summary>An <see cref="OwnerIndex{T}"/> to read.</summary>
internal readonly struct OwnerIndexView<T>(ChunksView<int> heads, int length)
    where T : class
{
    /// <summary>The slots of an owner, the newest first.</summary>
    public IEnumerable<int> Of(string owner, Keys<T> keys, ChunksView<Slot<T>> slots)
    {
        if (length == 0)
            yield break;

        var hash = Keys<T>.HashOf(owner);
        for (var slot = heads[hash & (length - 1)]; slot != 0; slot = slots[slot].OwnerNext)
        {
            if (slots[slot].OwnerHash == hash && string.Equals(keys.OwnerOf(slots[slot].Entry!), owner, StringComparison.Ordinal))
                yield return slot;
        }
    }
}
