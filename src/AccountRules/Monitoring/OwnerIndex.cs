using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>Which slots belong to an owner: lists that run through the slots, one for each bucket of hashes, the newest first.</summary>
internal sealed class OwnerIndex<T>(Chunks<Slot<T>> slots)
    where T : class
{
    private const int FirstLength = 256;

    private Chunks<int> heads = new();
    private int length;
    private int count;

    public OwnerIndexView<T> Live => new(heads.Live, length);

    public OwnerIndexView<T> Freeze() => new(heads.Freeze(), length);

    /// <summary>Asks for an owner's newest slot, which is written to when another comes before it.</summary>
    public void SendForFirst(int hash)
    {
        if (length != 0 && heads[hash & (length - 1)] is var first and not 0)
            Prefetch.Place(in slots[first]);
    }

    /// <summary>Adds a slot to its owner's list; a hash of 0 is nobody's.</summary>
    public void Add(int slot, int hash, int used)
    {
        if (hash == 0)
            return;

        if (count == length)
            Resize(used);

        Link(slot, hash);
        count++;
    }

    public void Remove(int slot)
    {
        ref var owned = ref slots.Writable(slot);
        if (owned.OwnerHash == 0)
            return;

        if (owned.OwnerPrevious == 0)
            heads.Writable(owned.OwnerHash & (length - 1)) = owned.OwnerNext;
        else
            slots.Writable(owned.OwnerPrevious).OwnerNext = owned.OwnerNext;

        if (owned.OwnerNext != 0)
            slots.Writable(owned.OwnerNext).OwnerPrevious = owned.OwnerPrevious;

        (owned.OwnerHash, owned.OwnerPrevious, owned.OwnerNext) = (0, 0, 0);
        count--;
    }

    private void Link(int slot, int hash)
    {
        ref var head = ref heads.Writable(hash & (length - 1));
        ref var owned = ref slots.Writable(slot);
        (owned.OwnerHash, owned.OwnerPrevious, owned.OwnerNext) = (hash, 0, head);
        if (head != 0)
            slots.Writable(head).OwnerPrevious = slot;

        head = slot;
    }

    private void Resize(int used)
    {
        length = Math.Max(FirstLength, length * 2);
        heads = new();
        heads.Grow(length);
        for (var slot = 1; slot <= used; slot++)
        {
            if (slots[slot].OwnerHash is var hash and not 0)
                Link(slot, hash);
        }
    }
}
