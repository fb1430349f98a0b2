using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>Facts that were skipped, and whose they may be. Immutable.</summary>
internal sealed class Marks
{
    private readonly Unreadable unreadable = new();
    private readonly HashSet<FactKey> groups = [];
    private readonly ILookup<FactKey, SkippedFact> byKey;

    public Marks(IReadOnlyList<SkippedFact> all)
    {
        (All, byKey) = (all, all.Where(skipped => skipped.Key is not null).ToLookup(skipped => skipped.Key!.Value));
        foreach (var skipped in all)
        {
            if (skipped.Groups is { } own)
                groups.UnionWith(own);
            else
                unreadable.Add(skipped.Subject);
        }
    }

    public static Marks None { get; } = new([]);

    public IReadOnlyList<SkippedFact> All { get; }

    public IEnumerable<SkippedFact> Of(in FactKey key) => byKey[key];

    public bool MayBeOf(string subject) => unreadable.MayBeOf(subject);

    /// <summary>Whether one was of that subject for certain.</summary>
    public bool IsOf(string subject) => unreadable.IsOf(subject);

    /// <summary>Whether one may be of a group of a gathering; one with an empty subject has facts of many.</summary>
    public bool MayBeOf(in FactKey group) =>
        groups.Contains(group) || unreadable.MayBeOf(group.Subject) || (string.IsNullOrEmpty(group.Subject) && unreadable.HasSubjects);
}
