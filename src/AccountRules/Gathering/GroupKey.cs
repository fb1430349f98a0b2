namespace AccountRules.Gathering;

/// <summary>Whose facts and of which period make a group; ordered by subject, then the kind of period, years after months after weeks, then it.</summary>
internal readonly record struct GroupKey(string Subject, Period Period)
{
    public static IComparer<GroupKey> Order { get; } = Comparer<GroupKey>.Create((
        a, b) => string.CompareOrdinal(a.Subject, b.Subject) is var bySubject and not 0 ? bySubject
        : a.Period.Kind != b.Period.Kind ? a.Period.Kind.CompareTo(b.Period.Kind) : a.Period.CompareTo(b.Period));
}
