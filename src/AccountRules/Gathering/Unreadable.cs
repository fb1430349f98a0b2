namespace AccountRules.Gathering;

/// <summary>Whose facts could not be read.</summary>
internal sealed class Unreadable
{
    private readonly HashSet<string> subjects = new(StringComparer.Ordinal);
    private bool isAnybody;

    /// <summary>Adds a subject; <c>null</c>, or an id that cannot be told from others, for a fact that may be of anybody.</summary>
    public void Add(string? subject)
    {
        if (subject is null || Ids.Problem(subject) is not null)
            isAnybody = true;
        else
            subjects.Add(subject);
    }

    public bool MayBeOf(string subject) => isAnybody || IsOf(subject);

    /// <summary>Whether it is known of one whose it was.</summary>
    public bool HasSubjects => subjects.Count > 0;

    /// <summary>Whether one was of that subject for certain.</summary>
    public bool IsOf(string subject) => subjects.Contains(subject);
}
