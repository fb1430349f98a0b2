namespace AccountRules;

/// <summary>
/// What a run is of. A settled fact that is in the scope and not among the facts of now is withdrawn, so a run over one month, one rule or some people says so
/// here; what lies outside is left as it is. Immutable and safe for use by many threads.
/// </summary>
public sealed class SettlementScope
{
    private readonly HashSet<string>? rules;
    private readonly HashSet<Period>? periods;
    private readonly HashSet<string>? subjects;
    private readonly UnreadableFact[] unreadable = [];
    private readonly ILookup<(string RuleId, string? Subject), UnreadableFact>? bySubject;

    /// <summary>All rules, periods and subjects: the facts of now are all that there are.</summary>
    public static SettlementScope Everything { get; } = new();

    /// <summary>The ids of the rules; <c>null</c>, the default, is all.</summary>
    /// <exception cref="ArgumentException">The list is empty: such a run settles nothing.</exception>
    public IReadOnlyList<string>? Rules
    {
        get => rules is null ? null : [.. rules];
        init => rules = Taken(value, StringComparer.Ordinal, nameof(Rules));
    }

    /// <summary>
    /// The periods; <c>null</c>, the default, is all, and facts without a period too. A fact is in it where its own period is one of these: a quarter in the
    /// list takes facts of the quarter, not of its months.
    /// </summary>
    /// <exception cref="ArgumentException">The list is empty: such a run settles nothing.</exception>
    public IReadOnlyList<Period>? Periods
    {
        get => periods is null ? null : [.. periods];
        init => periods = Taken(value, EqualityComparer<Period>.Default, nameof(Periods));
    }

    /// <summary>The subjects, such as the employees of a payroll group; <c>null</c>, the default, is all.</summary>
    /// <exception cref="ArgumentException">The list is empty: such a run settles nothing.</exception>
    public IReadOnlyList<string>? Subjects
    {
        get => subjects is null ? null : [.. subjects];
        init => subjects = Taken(value, StringComparer.Ordinal, nameof(Subjects));
    }

    /// <summary>
    /// The currency; <c>null</c>, the default, is all, of which there may then be one: amounts of different currencies are never added up, so a ledger of
    /// several is settled one currency after the other. Empty is that of the amounts which name none. A fact that cannot be settled
    /// now is of that in which it stands.
    /// </summary>
    public string? Currency { get; init; }

    /// <summary>The rows that could not be read; none unless given.</summary>
    public IReadOnlyList<UnreadableFact> Unreadable
    {
        get => unreadable;
        init => bySubject = (unreadable = [.. value ?? []]).ToLookup(row => (row.RuleId, row.Subject));
    }

    internal bool Holds(SettlementKey key, string? currency) =>
        Holds(key) && IsOf(currency);

    internal bool IsOf(string? currency) => Currency is null || string.Equals(currency ?? "", Currency, StringComparison.Ordinal);

    private bool Holds(SettlementKey key) =>
        (rules is null || rules.Contains(key.RuleId))
        && (periods is null || (key.Fact.Period is { } period && periods.Contains(period)))
        && (subjects is null || subjects.Contains(key.Fact.Subject));

    internal bool MayBeUnreadable(SettlementKey key) =>
        bySubject is not null && bySubject[(key.RuleId, key.Fact.Subject)].Concat(bySubject[(key.RuleId, null)]).Any(row => row.MayBe(key.Fact));

    private static HashSet<T>? Taken<T>(IReadOnlyList<T>? values, IEqualityComparer<T> comparer, string name) => values is null ? null
        : values.Count > 0 ? new(values, comparer)
        : throw new ArgumentException($"{name} is an empty list, so that the run would settle nothing: leave it out to settle all.", name);
}
