namespace AccountRules.Gathering;

/// <summary>What is to become of some facts of a source: by key the fact and its groups, or <c>null</c> where it goes.</summary>
internal sealed class PlannedFacts
{
    private readonly Dictionary<FactKey, (object? Fact, IReadOnlyCollection<FactKey> Groups)> changes = [];
    private readonly HashSet<object> replaced = new(ReferenceEqualityComparer.Instance);

    public int Count => changes.Count;

    public bool Has(in FactKey key) => changes.ContainsKey(key);

    public void Add(in FactKey key, object? known, object? fact, IReadOnlyCollection<FactKey> groups)
    {
        changes.Add(key, (fact, groups));
        if (known is not null)
            replaced.Add(known);
    }

    /// <summary>The facts of a group as they will be; of every group where these are beside all.</summary>
    public IEnumerable<object> Over(FactKey group, bool isBeside, IEnumerable<object> facts) => changes.Count == 0 ? facts :
    [
        .. facts.Where(fact => !replaced.Contains(fact)),
        .. changes.Values.Where(change => change.Fact is not null && (isBeside || change.Groups.Contains(group))).Select(change => change.Fact!),
    ];

    /// <summary>Makes it so, and reads no fact.</summary>
    public void Apply(FactGroups to, int source)
    {
        foreach (var (key, (fact, groups)) in changes)
        {
            if (fact is null)
                to.Remove(source, key);
            else
                to.Set(source, key, fact, groups);
        }
    }

    public void Clear()
    {
        changes.Clear();
        replaced.Clear();
    }
}
