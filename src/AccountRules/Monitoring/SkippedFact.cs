namespace AccountRules.Monitoring;

/// <summary>
/// A fact that was skipped, as a book sees it that judges facts together: whatever it may belong to is not known for want of it. It may be of anybody where
/// neither its groups nor its subject are known.
/// </summary>
internal sealed class SkippedFact(LoadProblem problem)
{
    public LoadProblem Problem => problem;

    /// <summary>What tells it apart, where all of that could be read and may be.</summary>
    public FactKey? Key { get; init; }

    /// <summary>Whose it is.</summary>
    public string? Subject { get; init; }

    /// <summary>The groups that it belongs to, where a gathering says so; then the subject says nothing.</summary>
    public IReadOnlyCollection<FactKey>? Groups { get; init; }

    /// <summary>The fact, where its groups may be asked for again.</summary>
    public object? Fact { get; init; }

    /// <summary>What of a fact can be read.</summary>
    public static SkippedFact Of<TFact>(TFact? fact, LoadProblem problem, IFactBook<TFact> taker)
        where TFact : class => new(problem) { Key = KeyOf(fact, taker), Subject = SubjectOf(fact, taker) };

    /// <summary>
    /// The same as a source of a gathering sees it. What every group sees, and what does not say where it belongs, may be of any group.
    /// </summary>
    public SkippedFact In(GatheringSource source, object? fact)
    {
        if (source.IsBeside || (Key is null && source.IsGroupedByMore))
            return new(problem) { Key = Key };

        return Key is null ? this : new(problem)
        {
            Key = Key,
            Groups = Read<object, FactKey[]>(fact, f => source.LacksAccount(f) ? null : [.. source.GroupsOf(f)]) is { } groups
                && Array.TrueForAll(groups, group => group.Subject is not null) && Ids.Fault(groups) is null ? groups : null,
            Fact = fact,
        };
    }

    /// <summary>The subject of a fact; <c>null</c> where it is missing, cannot be read, or is none that could be told from others.</summary>
    public static string? SubjectOf<TFact>(TFact? fact, IFactBook<TFact> taker)
        where TFact : class => Read(fact, taker.SubjectOf) is { } subject && Ids.Problem(subject) is null ? subject : null;

    private static FactKey? KeyOf<TFact>(TFact? fact, IFactBook<TFact> taker)
        where TFact : class =>
        Read<TFact, object>(fact, f => taker.KeyOf(f)) is FactKey key && key.Subject is not null && key.Period is not { Kind: 0 }
        && Ids.Fault(key.Subject, key.Part) is null ? key : (FactKey?)null;

    /// <summary>What is read of a fact; <c>null</c> where it throws.</summary>
    private static T? Read<TFact, T>(TFact? fact, Func<TFact, T?> read)
        where TFact : class
        where T : class
    {
        try
        {
            return fact is null ? null : read(fact);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Whether it may belong to a group; one with an empty subject has facts of many.</summary>
    public bool MayBeOf(FactKey group) =>
        Groups?.Contains(group) ?? (Subject is null || string.IsNullOrEmpty(group.Subject) || string.Equals(group.Subject, Subject, StringComparison.Ordinal));
}
