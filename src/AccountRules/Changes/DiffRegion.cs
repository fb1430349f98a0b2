namespace AccountRules;

/// <summary>Facts on which two policies disagree alike: a region of a rule's scale. Immutable and safe for use by many threads.</summary>
public sealed class DiffRegion
{
    private readonly Func<object, DateOnly, bool> contains;

    internal DiffRegion(string where, string old, string @new, DiffVerdict? verdict, Func<object, DateOnly, bool> contains) =>
        (Where, Old, New, Verdict, this.contains) = (where, old, @new, verdict, contains);

    /// <summary>Which facts they are, in the rule's words and exact: <c>open on day 76 to 90</c>, <c>attainment above 80 % up to 85 %</c>.</summary>
    public string Where { get; }

    /// <summary>Their outcome under the old policy, such as <c>Full, 100 %</c>.</summary>
    public string Old { get; }

    /// <summary>Their outcome under the new policy, such as <c>Partial, 60 %</c>.</summary>
    public string New { get; }

    /// <summary>Whether the new outcome is worse (<see cref="DiffVerdict.Stricter"/>) or better; <c>null</c> where neither is.</summary>
    public DiffVerdict? Verdict { get; }

    /// <summary>The standings before and after, and those while the fact's period runs; none where the region is not one of standings.</summary>
    internal IReadOnlyList<(Standing Old, Standing New)> Standings { get; init; } = [];

    /// <summary>The stage of a track that the subject comes from; <c>null</c> where it is the initial one, and for rules that are no track.</summary>
    public string? From { get; internal init; }

    /// <summary>
    /// Whether a fact lies in the region, so that the two policies disagree on it; of a roll-up, whether it is one that may decide its group otherwise; of a
    /// track, whether it does where its subject comes <see cref="From"/> that stage.
    /// </summary>
    /// <param name="fact">The fact, of the type that the rule is on.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <exception cref="InvalidCastException">The fact is of another type.</exception>
    public bool Contains(object fact, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return contains(fact, asOf);
    }

    /// <summary>The region in one line: <c>open on day 76 to 90: AtRisk -> Overdue</c>.</summary>
    public override string ToString() => $"{Where}: {Old} -> {New}";
}
