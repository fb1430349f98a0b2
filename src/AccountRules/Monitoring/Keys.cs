using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>What entries are found by: their key, and their owner, who may own many.</summary>
/// <param name="KeyOf">The key of an entry.</param>
/// <param name="OwnerOf">The owner of an entry; <c>null</c> where nobody is.</param>
/// <param name="HasOnlySubjects">Whether keys have no part but the subject.</param>
internal sealed record Keys<T>(Func<T, FactKey> KeyOf, Func<T, string?> OwnerOf, bool HasOnlySubjects = false)
    where T : class
{
    /// <summary>Facts by what the shape of the fact says, and by account.</summary>
    public static Keys<T> Of(ShapeReader<T> shape) =>
        new(shape.KeyOf, fact => shape.Account?.Of(fact), shape.Period is null && shape.Part is null && shape.StartedOn is null);

    /// <summary>Whether a slot holds the entry with a key.</summary>
    public bool IsAt(in Slot<T> slot, in FactKey key) =>
        string.Equals(slot.Subject, key.Subject, StringComparison.Ordinal) && (HasOnlySubjects ? key.IsSubjectOnly : KeyOf(slot.Entry!) == key);

    /// <summary>The hash of a key; never 0.</summary>
    public static int HashOf(in FactKey key)
    {
        var hash = key.Subject.GetHashCode(StringComparison.Ordinal);
        if (key.Period is { } period)
            hash = HashCode.Combine(hash, period, key.Part);

        return NotZero(key.StartedOn is { } start ? HashCode.Combine(hash, start.DayNumber) : hash);
    }

    /// <summary>The hash of an owner; 0 for nobody.</summary>
    public static int HashOf(string? owner) => owner is null ? 0 : NotZero(owner.GetHashCode(StringComparison.Ordinal));

    private static int NotZero(int hash) => hash != 0 ? hash : 1;
}
