namespace AccountRules.Gathering;

/// <summary>Whose facts and of which period make a group; ordered by subject, then years after quarters after months, then the period.</summary>
internal readonly record struct GroupKey(string Subject, Period Period)
{
    public static IComparer<GroupKey> Order { get; } = Comparer<GroupKey>.Create((
        a, b) => string.CompareOrdinal(a.Subject, b.Subject) is var bySubject and not 0 ? bySubject
        : a.Period.Months != b.Period.Months ? a.Period.Months.CompareTo(b.Period.Months) : a.Period.CompareTo(b.Period));
}
