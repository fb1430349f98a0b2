using System.Runtime.InteropServices;
using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>
/// Entries with their verdicts, found by key, by owner, by standing, and by the day on which the verdict may change. All of it lies in chunked arrays, and no
/// entry makes an object. For one writer at a time; what is frozen is only read, by any thread.
/// </summary>
internal sealed class Table<T>
    where T : class
{
    private readonly Chunks<Slot<T>> slots;
    private readonly SlotIndex<T> byKey;
    private readonly SlotIndex<T> byOwner;
    private readonly StandingIndex standings;
    private readonly Calendar<int> calendar;

    /// <summary>What entries pay, as it was when they were last judged; it is as long as those need that pay.</summary>
    private readonly Chunks<decimal?> payables = new();
    private int used;
    private int free;
    private Table<T>? frozen;

    public Table(Keys<T> keys)
    {
        (Keys, slots, standings) = (keys, new(), new());
        (byKey, byOwner, calendar) = (new(slots, Links.ByKey), new(slots, Links.ByOwner), new(slot => slots[slot].TurnsOn));
    }

    private Table(Table<T> table)
    {
        (Keys, slots, standings) = (table.Keys, table.slots.Freeze(), table.standings.Freeze());
        (byKey, byOwner, calendar) = (table.byKey.Freeze(slots), table.byOwner.Freeze(slots), table.calendar);
    }

    public Keys<T> Keys { get; }

    public int Count { get; private set; }

    public ref readonly Slot<T> this[int slot] => ref slots[slot];

    /// <summary>The table as it is now, for good: entries by key, owner and standing, and nothing else of it. Unwritten, the same one again.</summary>
    public Table<T> Freeze() => frozen ??= new(this);

    public decimal? PayableOf(int slot) => slot < payables.Length ? payables[slot] : null;

    public int CountOf(Standing standing) => standings.Count(standing);

    /// <summary>The slots that have a standing, in ascending order.</summary>
    public IEnumerable<int> With(Standing standing) => standings.With(standing);

    /// <summary>The slot with a key; 0 where there is none.</summary>
    public int Find(in FactKey key) => key.Subject is null ? 0 : Find(key, Keys<T>.HashOf(key));

    /// <inheritdoc cref="Find(in FactKey)"/>
    public int Find(in FactKey key, int hash)
    {
        var slot = byKey.Next(hash);
        while (slot != 0 && !Keys.IsAt(slots[slot], key))
            slot = byKey.Next(hash, slot);

        return slot;
    }

    /// <inheritdoc cref="SlotIndex{T}.Send"/>
    public void Send(ReadOnlySpan<int> hashes) => byKey.Send(hashes);

    /// <summary>The slots of an owner, the newest first.</summary>
    public IEnumerable<int> Of(string owner)
    {
        var hash = Keys<T>.HashOf(owner);
        for (var slot = byOwner.Next(hash); slot != 0; slot = byOwner.Next(hash, slot))
        {
            if (string.Equals(Keys.OwnerOf(slots[slot].Entry!), owner, StringComparison.Ordinal))
                yield return slot;
        }
    }

    /// <summary>Every slot that holds an entry.</summary>
    public IEnumerable<int> All()
    {
        for (var slot = 1; slot <= used; slot++)
        {
            if (slots[slot].Entry is not null)
                yield return slot;
        }
    }

    /// <summary>Whether an entry that is there would turn on the day on which it does, and have the owner under which it lies.</summary>
    public bool IsWhereItWas(in Planned<T> planned) =>
        slots[planned.Slot].TurnsOn == planned.TurnsOn && slots[planned.Slot].Links[Links.ByOwner].Hash == planned.OwnerHash;

    /// <summary>The keys of all entries, which are to be those under which they came.</summary>
    /// <exception cref="InvalidOperationException">The object of an entry says another key by now.</exception>
    public IEnumerable<FactKey> AllKeys()
    {
        foreach (var slot in All())
        {
            var key = Keys.KeyOf(this[slot].Entry!);
            if (Find(key) != slot)
                throw FactFailure.Moved(typeof(T), this[slot].Subject, key);

            yield return key;
        }
    }

    /// <summary>The slots whose verdict may change up to a day, in ascending order, each once.</summary>
    public void Due(DateOnly to, List<int> due)
    {
        due.Clear();
        calendar.Due(to, due);
        due.Sort();
    }

    /// <summary>Takes in, changes and removes entries, and forgets the days up to one.</summary>
    public void Apply(List<Planned<T>> plan, DateOnly to)
    {
        calendar.Pass(to);
        if (plan.Count > 0)
            frozen = null;

        var all = CollectionsMarshal.AsSpan(plan);
        for (var i = 0; i < all.Length; i++)
        {
            if (i + Prefetch.Ahead < all.Length)
                Send(all[i + Prefetch.Ahead]);

            ref readonly var planned = ref all[i];
            if (planned.Slot == 0 && !planned.IsGone)
                Add(planned);
            else if (planned.Slot != 0 && planned.IsGone)
                Remove(planned.Slot);
            else if (planned.Slot != 0)
                Set(planned);
        }
    }

    private void Send(in Planned<T> planned)
    {
        if (planned.Slot != 0)
            Prefetch.Place(in slots[planned.Slot]);
        else
            byOwner.Send([planned.OwnerHash]);
    }

    private void Add(in Planned<T> planned)
    {
        var slot = free;
        if (slot != 0)
            free = slots[slot].TurnsOn;
        else
            slots.Grow((slot = ++used) + 1);

        slots.Writable(slot) = new() { Entry = planned.Entry, Subject = planned.Subject, Verdict = planned.Verdict };
        byKey.Add(slot, planned.Hash);
        byOwner.Add(slot, planned.OwnerHash);
        standings.Add(slot, planned.Verdict.Standing);
        Pay(slot, planned.Payable);
        Schedule(slot, planned.TurnsOn);
        Count++;
    }

    private void Set(in Planned<T> planned)
    {
        ref var slot = ref slots.Writable(planned.Slot);
        var standing = slot.Verdict.Standing;
        (slot.Entry, slot.Verdict) = (planned.Entry, planned.Verdict);
        if (standing != planned.Verdict.Standing)
        {
            standings.Remove(planned.Slot, standing);
            standings.Add(planned.Slot, planned.Verdict.Standing);
        }

        if (slot.Links[Links.ByOwner].Hash != planned.OwnerHash)
        {
            byOwner.Remove(planned.Slot);
            byOwner.Add(planned.Slot, planned.OwnerHash);
        }

        Pay(planned.Slot, planned.Payable);
        Schedule(planned.Slot, planned.TurnsOn);
    }

    private void Remove(int slot)
    {
        Schedule(slot, day: 0);
        Pay(slot, payable: null);
        standings.Remove(slot, slots[slot].Verdict.Standing);
        byOwner.Remove(slot);
        byKey.Remove(slot);
        slots.Writable(slot) = new() { TurnsOn = free };
        free = slot;
        Count--;
    }

    private void Pay(int slot, decimal? payable)
    {
        if (PayableOf(slot) == payable)
            return;

        payables.Grow(slot + 1);
        payables.Writable(slot) = payable;
    }

    private void Schedule(int slot, int day)
    {
        if (slots[slot].TurnsOn is var before && before == day)
            return;

        slots.Writable(slot).TurnsOn = day;
        calendar.Move(slot, before, day);
    }
}
