namespace AccountRules.Gathering;

/// <summary>Whose facts could not be read, or of which groups they are where that is known.</summary>
internal sealed class Unreadable
{
    private readonly HashSet<string> subjects = new(StringComparer.Ordinal);
    private readonly HashSet<FactKey> groups = [];
    private bool isAnybody;

    /// <summary>Adds a subject; <c>null</c>, or an id that cannot be told from others, for a fact that may be of anybody.</summary>
    public void Add(string? subject)
    {
        if (subject is null || Ids.Problem(subject) is not null)
            isAnybody = true;
        else
            subjects.Add(subject);
    }

    /// <summary>Adds the groups of one fact, which is of no other.</summary>
    public void Add(IEnumerable<FactKey> of) => groups.UnionWith(of);

    public bool MayBeOf(string subject) => isAnybody || IsOf(subject);

    /// <summary>Whether one may be of a group; one with an empty subject has facts of many.</summary>
    public bool MayBeOf(in FactKey group) =>
        groups.Contains(group) || MayBeOf(group.Subject) || (subjects.Count > 0 && string.IsNullOrEmpty(group.Subject));

    /// <summary>Whether it is known of one whose it was.</summary>
    public bool HasSubjects => subjects.Count > 0;

    /// <summary>Whether one was of that subject for certain.</summary>
    public bool IsOf(string subject) => subjects.Contains(subject);

    /// <summary>The same of a group.</summary>
    public bool IsOf(in FactKey group) => groups.Contains(group) || IsOf(group.Subject);

    /// <summary>The groups of which one was for certain.</summary>
    public IEnumerable<FactKey> Groups => groups.Union(subjects.Select(subject => new FactKey(subject)));
}
