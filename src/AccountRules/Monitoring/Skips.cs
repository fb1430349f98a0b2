using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>The facts of one type that a book lacks, since they were skipped; and how a call that is planned changes them.</summary>
internal sealed class Skips
{
    private readonly List<SkippedFact> added = [];
    private readonly HashSet<SkippedFact> gone = [];
    private Marks marks = Marks.None;
    private Marks? coming;

    public IReadOnlyList<SkippedFact> All => marks.All;

    public bool IsEmpty => marks.All.Count == 0;

    /// <summary>Whether the call changes them.</summary>
    public bool IsChanging => added.Count + gone.Count > 0;

    public IReadOnlyCollection<SkippedFact> Added => added;

    public IReadOnlyCollection<SkippedFact> Gone => gone;

    /// <summary>The facts of which the book is to know, once the plan is made so, that it lacks them.</summary>
    public Marks Planned => !IsChanging ? marks : coming ??= new([.. marks.All.Where(skipped => !gone.Contains(skipped)), .. added]);

    /// <summary>A fact was skipped; where it was before too, this time counts.</summary>
    public void Add(SkippedFact skipped)
    {
        if (skipped.Key is { } key)
            End(key);

        added.Add(skipped);
        coming = null;
    }

    /// <summary>The fact with a key has come, or gone for good.</summary>
    public void End(in FactKey key)
    {
        if (!IsEmpty)
            End(marks.Of(key));
    }

    public void End(IEnumerable<SkippedFact> known)
    {
        gone.UnionWith(known);
        coming = null;
    }

    public void Commit()
    {
        marks = Planned;
        Discard();
    }

    public void Discard()
    {
        added.Clear();
        gone.Empty();
        coming = null;
    }
}
