namespace AccountRules.Monitoring;

/// <summary>What entries are found by: their key, and their owner, who may own many.</summary>
internal abstract class Keys<T>
    where T : class
{
    /// <summary>Whether keys have no part but the subject.</summary>
    public virtual bool HasOnlySubjects => false;

    public abstract FactKey KeyOf(T entry);

    public abstract string? OwnerOf(T entry);

    /// <summary>Whether a slot holds the entry with a key.</summary>
    public bool IsAt(in Slot<T> slot, in FactKey key) =>
        string.Equals(slot.Subject, key.Subject, StringComparison.Ordinal) && (HasOnlySubjects ? key.IsSubjectOnly : KeyOf(slot.Entry!) == key);

    public static int HashOf(in FactKey key)
    {
        var hash = key.Subject.GetHashCode(StringComparison.Ordinal);
        if (key.Period is { } period)
            hash = HashCode.Combine(hash, period, key.Part);

        return key.StartedOn is { } start ? HashCode.Combine(hash, start.DayNumber) : hash;
    }

    /// <summary>The hash of an owner; 0 for nobody.</summary>
    public static int HashOf(string? owner) => owner is null ? 0 : owner.GetHashCode(StringComparison.Ordinal) is var hash and not 0 ? hash : 1;
}
