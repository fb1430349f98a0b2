namespace AccountRules.Monitoring;

/// <summary>
/// Which slot has a key: a hash table with linear probing, whose entries hold the hash, so that only a slot with the same hash is looked at. An entry is the
/// slot in the upper half and the hash in the lower; 0 is none.
/// </summary>
internal sealed class KeyIndex
{
    private const int FirstLength = 512;

    private Chunks<long> entries = new();
    private int length;
    private int count;

    public KeyIndexView Live => new(entries.Live, length);

    public KeyIndexView Freeze() => new(entries.Freeze(), length);

    public void Add(int slot, int hash)
    {
        if (count * 4L >= length * 3L)
            Resize();

        Place(((long)slot << 32) | (uint)hash);
        count++;
    }

    public void Remove(int slot, int hash)
    {
        var at = hash & (length - 1);
        while (SlotOf(entries[at]) != slot)
            at = After(at);

        // What stands behind moves up, unless it would come to stand before its own place.
        for (var next = After(at); entries[next] != 0; next = After(next))
        {
            if (((next - HashOf(entries[next])) & (length - 1)) < ((next - at) & (length - 1)))
                continue;

            entries.Writable(at) = entries[next];
            at = next;
        }

        entries.Writable(at) = 0;
        count--;
    }

    public static int SlotOf(long entry) => (int)(entry >> 32);

    public static int HashOf(long entry) => (int)entry;

    private int After(int at) => (at + 1) & (length - 1);

    private void Place(long entry)
    {
        var at = HashOf(entry) & (length - 1);
        while (entries[at] != 0)
            at = After(at);

        entries.Writable(at) = entry;
    }

    private void Resize()
    {
        var (old, oldLength) = (entries, length);
        (entries, length) = (new(), Math.Max(FirstLength, length * 2));
        entries.Grow(length);
        for (var at = 0; at < oldLength; at++)
        {
            if (old[at] != 0)
                Place(old[at]);
        }
    }
}
