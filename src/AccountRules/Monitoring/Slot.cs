namespace AccountRules.Monitoring;

/// <summary>One entry of a <see cref="Table{T}"/>, 48 bytes. Slots are numbered from 1; 0 is none. No slot is an object.</summary>
internal struct Slot<T>
    where T : class
{
    /// <summary>The fact; <c>null</c> in a free slot.</summary>
    public T? Entry;

    /// <summary>The subject of the key, so that the fact itself need not be looked at to find it.</summary>
    public string? Subject;

    public Verdict Verdict;

    /// <summary>The number of the day on which the verdict may change with no new data; 0 for never. Of a free slot, the next free one.</summary>
    public int TurnsOn;

    /// <summary>Its places in the indices by key and by owner.</summary>
    public Links Links;
}
