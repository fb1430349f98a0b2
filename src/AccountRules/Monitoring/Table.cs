using System.Runtime.InteropServices;
using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>
/// Entries with their verdicts, found by key, by owner, by standing, and by the day on which the verdict may change. All of it lies in chunked arrays:
/// 60 to 80 bytes for an entry, and no object. For one writer at a time.
/// </summary>
internal sealed class Table<T>
    where T : class
{
    private readonly Chunks<Slot<T>> slots = new();
    private readonly KeyIndex index = new();
    private readonly OwnerIndex<T> owners;
    private readonly StandingIndex standings = new();
    private readonly Calendar<T> calendar;

    /// <summary>What entries pay, as it was when they were last judged; it is as long as those need that pay.</summary>
    private readonly Chunks<Paid> payables = new();
    private int used;
    private int free;

    public Table(Keys<T> keys) => (Keys, owners, calendar) = (keys, new(slots), new(slots));

    public Keys<T> Keys { get; }

    public int Count { get; private set; }

    public ref readonly Slot<T> this[int slot] => ref slots[slot];

    /// <summary>The table as it is until the next write.</summary>
    public TableView<T> Live => new(Keys, slots.Live, index.Live, owners.Live, standings.Live);

    /// <summary>The table as it is now, for good.</summary>
    public TableView<T> Freeze() => new(Keys, slots.Freeze(), index.Freeze(), owners.Freeze(), standings.Freeze());

    public decimal? PayableOf(int slot) => slot < payables.Length ? payables[slot].Amount : null;

    public int CountOf(Standing standing) => standings.Count(standing);

    /// <summary>The slot with a key; 0 where there is none.</summary>
    public int Find(in FactKey key, int hash) => index.Live.Find(Keys, slots.Live, key, hash);

    /// <summary>
    /// Finds entries by their keys, and writes where they are, with subject and hash. Places in memory are asked for before they are read, so that many keys do
    /// not wait for one another.
    /// </summary>
    public void Find(ReadOnlySpan<FactKey> keys, Span<Planned<T>> found)
    {
        var (index, slots) = (this.index.Live, this.slots.Live);
        for (var i = 0; i < keys.Length; i++)
        {
            (found[i].Subject, found[i].Hash) = (keys[i].Subject, Keys<T>.HashOf(keys[i]));
            index.SendFor(found[i].Hash);
        }

        // For one key there is nothing to do meanwhile.
        if (keys.Length > 1)
        {
            foreach (ref readonly var planned in found)
                Send(index.First(planned.Hash));
        }

        for (var i = 0; i < keys.Length; i++)
            found[i].Slot = index.Find(Keys, slots, keys[i], found[i].Hash);
    }

    /// <summary>Asks for the slot that is a few places ahead in a plan.</summary>
    public void SendFor(ReadOnlySpan<Planned<T>> plan, int i)
    {
        if (i + Prefetch.Ahead < plan.Length)
            Send(plan[i + Prefetch.Ahead].Slot);
    }

    /// <summary>Asks for the entries of slots that are soon to be read, and for the slots themselves before.</summary>
    public void SendFor(List<int> due, int i)
    {
        if (i + (2 * Prefetch.Ahead) < due.Count)
            Send(due[i + (2 * Prefetch.Ahead)]);

        if (i + Prefetch.Ahead < due.Count)
            Prefetch.Object(slots[due[i + Prefetch.Ahead]].Entry);
    }

    /// <summary>Every slot that holds an entry.</summary>
    /// <summary>The keys of all entries, which are to be those under which they came.</summary>
    /// <exception cref="InvalidOperationException">The object of an entry says another key by now.</exception>
    public IEnumerable<FactKey> AllKeys()
    {
        foreach (var slot in All())
        {
            var key = Keys.KeyOf(this[slot].Entry!);
            if (key.Subject is null || Find(key, Keys<T>.HashOf(key)) != slot)
                throw FactFailure.Moved(typeof(T), this[slot].Subject, key);

            yield return key;
        }
    }

    public IEnumerable<int> All()
    {
        for (var slot = 1; slot <= used; slot++)
        {
            if (slots[slot].Entry is not null)
                yield return slot;
        }
    }

    /// <summary>Adds the slots whose verdict may change after one day and up to another, in ascending order, each once.</summary>
    public void Due(DateOnly after, DateOnly to, List<int> due) => calendar.Due(after.DayNumber, to.DayNumber, due);

    /// <summary>Forgets the days that have come.</summary>
    public void Pass(DateOnly after, DateOnly to) => calendar.Pass(after.DayNumber, to.DayNumber);

    /// <summary>Takes in, changes and removes entries.</summary>
    public void Apply(List<Planned<T>> plan)
    {
        var all = CollectionsMarshal.AsSpan(plan);
        for (var i = 0; i < all.Length; i++)
        {
            SendFor(all, i);
            if (i + Prefetch.Ahead < all.Length && all[i + Prefetch.Ahead] is { Slot: 0 } added)
            {
                index.Live.SendFor(added.Hash);
                owners.SendForFirst(added.OwnerHash);
            }

            Apply(all[i]);
        }
    }

    private void Send(int slot)
    {
        if (slot != 0)
            Prefetch.Place(in slots[slot]);
    }

    private void Apply(in Planned<T> planned)
    {
        if (planned is { Slot: 0, IsGone: true })
            return;

        if (planned.Slot == 0)
            Add(planned);
        else if (planned.IsGone)
            Remove(planned.Slot);
        else
            Set(planned);
    }

    private void Add(in Planned<T> planned)
    {
        var slot = free;
        if (slot != 0)
        {
            free = slots[slot].OwnerNext;
        }
        else
        {
            slot = ++used;
            slots.Grow(slot + 1);
        }

        slots.Writable(slot) = new() { Entry = planned.Entry, Subject = planned.Subject, Hash = planned.Hash, Verdict = planned.Verdict };
        index.Add(slot, planned.Hash);
        owners.Add(slot, planned.OwnerHash, used);
        standings.Add(slot, planned.Verdict.Standing);
        Pay(slot, planned.Payable);
        Schedule(slot, planned.TurnsOn);
        Count++;
    }

    private void Set(in Planned<T> planned)
    {
        ref var slot = ref slots.Writable(planned.Slot);
        var (standing, owner) = (slot.Verdict.Standing, slot.OwnerHash);
        (slot.Entry, slot.Verdict) = (planned.Entry, planned.Verdict);
        if (standing != planned.Verdict.Standing)
        {
            standings.Remove(planned.Slot, standing);
            standings.Add(planned.Slot, planned.Verdict.Standing);
        }

        if (owner != planned.OwnerHash)
        {
            owners.Remove(planned.Slot);
            owners.Add(planned.Slot, planned.OwnerHash, used);
        }

        Pay(planned.Slot, planned.Payable);
        Schedule(planned.Slot, planned.TurnsOn);
    }

    private void Remove(int slot)
    {
        Schedule(slot, day: 0);
        Pay(slot, payable: null);
        standings.Remove(slot, slots[slot].Verdict.Standing);
        owners.Remove(slot);
        index.Remove(slot, slots[slot].Hash);
        slots.Writable(slot) = new() { OwnerNext = free };
        free = slot;
        Count--;
    }

    private void Pay(int slot, decimal? payable)
    {
        if (PayableOf(slot) == payable)
            return;

        payables.Grow(slot + 1);
        payables.Writable(slot) = new(payable);
    }

    private void Schedule(int slot, int day)
    {
        if (slots[slot].TurnsOn is var before && before == day)
            return;

        slots.Writable(slot).TurnsOn = day;
        calendar.Move(slot, before, day);
    }

    private readonly record struct Paid(decimal? Amount);
}
