using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>Facts that were skipped, and whose they may be. Immutable.</summary>
internal sealed class Marks
{
    private readonly ILookup<FactKey, SkippedFact> byKey;

    public Marks(IReadOnlyList<SkippedFact> all)
    {
        (All, byKey) = (all, all.Where(skipped => skipped.Key is not null).ToLookup(skipped => skipped.Key!.Value));
        foreach (var skipped in all)
        {
            if (skipped.Groups is { } own)
                Facts.Add(own);
            else
                Facts.Add(skipped.Subject);
        }
    }

    public static Marks None { get; } = new([]);

    public IReadOnlyList<SkippedFact> All { get; }

    /// <summary>Whose they may be.</summary>
    public Unreadable Facts { get; } = new();

    public IEnumerable<SkippedFact> Of(in FactKey key) => byKey[key];
}
