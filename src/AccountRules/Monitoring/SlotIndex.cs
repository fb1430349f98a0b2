using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>Which slots have a hash: lists that run through the slots, one for each bucket of hashes, the newest first. It reads no entry.</summary>
/// <param name="slots">The slots.</param>
/// <param name="which">Which of a slot's links are these.</param>
internal sealed class SlotIndex<T>(Chunks<Slot<T>> slots, int which)
    where T : class
{
    private const int FirstLength = 256;

    private Chunks<int> heads = new();
    private int length;
    private int count;

    /// <summary>The index as it is now, for good, over slots that are so.</summary>
    public SlotIndex<T> Freeze(Chunks<Slot<T>> frozen) => new(frozen, which) { heads = heads.Freeze(), length = length };

    /// <summary>The first slot with a hash, after another or of all; 0 where there is none.</summary>
    public int Next(int hash, int after = 0)
    {
        var slot = after != 0 ? slots[after].Links[which].Next : length != 0 ? heads[hash & (length - 1)] : 0;
        while (slot != 0 && slots[slot].Links[which] is var link && link.Hash != hash)
            slot = link.Next;

        return slot;
    }

    /// <summary>
    /// Asks for what finding these, or adding to them, will touch: the processor then fetches many places at once, where each by itself is a wait.
    /// </summary>
    public void Send(ReadOnlySpan<int> hashes)
    {
        if (length == 0)
            return;

        foreach (var hash in hashes)
            Prefetch.Place(in heads[hash & (length - 1)]);

        foreach (var hash in hashes)
            Prefetch.Place(in slots[heads[hash & (length - 1)]]);
    }

    public void Add(int slot, int hash)
    {
        if (hash == 0)
            return;

        if (count == length)
            Resize();

        Link(slot, hash);
        count++;
    }

    public void Remove(int slot)
    {
        var (hash, previous, next) = slots[slot].Links[which];
        if (hash == 0)
            return;

        if (previous == 0)
            heads.Writable(hash & (length - 1)) = next;
        else
            slots.Writable(previous).Links[which].Next = next;

        if (next != 0)
            slots.Writable(next).Links[which].Previous = previous;

        slots.Writable(slot).Links[which] = default;
        count--;
    }

    private void Link(int slot, int hash)
    {
        ref var head = ref heads.Writable(hash & (length - 1));
        slots.Writable(slot).Links[which] = new(hash, Previous: 0, head);
        if (head != 0)
            slots.Writable(head).Links[which].Previous = slot;

        head = slot;
    }

    private void Resize()
    {
        (heads, length) = (new(), Math.Max(FirstLength, length * 4));
        heads.Grow(length);
        for (var slot = 1; slot < slots.Length; slot++)
        {
            if (slots[slot].Links[which].Hash is var hash and not 0)
                Link(slot, hash);
        }
    }
}
