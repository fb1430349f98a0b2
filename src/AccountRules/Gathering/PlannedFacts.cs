using System.Runtime.InteropServices;

namespace AccountRules.Gathering;

/// <summary>What is to become of some facts of a source.</summary>
internal sealed class PlannedFacts
{
    private readonly Dictionary<FactKey, (object? Fact, FactKey[] Groups)> changes = [];
    private readonly Dictionary<FactKey, List<object>> byGroup = [];
    private readonly HashSet<FactKey> kept = [];
    private readonly HashSet<object> replaced = new(ReferenceEqualityComparer.Instance);

    public int Count => changes.Count + kept.Count;

    public bool Has(in FactKey key) => changes.ContainsKey(key) || kept.Contains(key);

    /// <summary>Makes room for changes.</summary>
    public void Expect(int count) => changes.EnsureCapacity(changes.Count + count);

    /// <summary>The fact with a key was handed in again, and says what it said.</summary>
    public void Keep(in FactKey key) => kept.Add(key);

    /// <summary>Adds what becomes of the fact with a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="known">The fact that it has now; <c>null</c> where it has none.</param>
    /// <param name="fact">The fact that it is to have; <c>null</c> where that is none.</param>
    /// <param name="groups">The groups of that, each once.</param>
    public void Add(in FactKey key, object? known, object? fact, FactKey[] groups)
    {
        changes.Add(key, (fact, groups));
        if (known is not null)
            replaced.Add(known);

        foreach (var group in groups)
            (CollectionsMarshal.GetValueRefOrAddDefault(byGroup, group, out _) ??= []).Add(fact!);
    }

    /// <summary>The facts of a group as they will be.</summary>
    public IEnumerable<object> Over(FactKey group, IEnumerable<object> facts) => Over(facts, byGroup.GetValueOrDefault(group) ?? []);

    /// <summary>All facts as they will be.</summary>
    public IEnumerable<object> Over(IEnumerable<object> facts) => Over(facts, changes.Values.Select(change => change.Fact).OfType<object>());

    private IEnumerable<object> Over(IEnumerable<object> facts, IEnumerable<object> coming) =>
        changes.Count == 0 ? facts : (replaced.Count == 0 ? facts : facts.Where(fact => !replaced.Contains(fact))).Concat(coming);

    /// <summary>Makes it so, and reads no fact.</summary>
    public void Apply(FactGroups to, int source)
    {
        if (replaced.Count > 0)
            to.Remove(source, changes.Keys);

        to.Expect(source, changes.Count);
        foreach (var (key, (fact, groups)) in changes)
        {
            if (fact is not null)
                to.Put(source, key, fact, groups);
        }

        foreach (var (group, coming) in byGroup)
            to.Join(source, group, coming);
    }

    public void Clear()
    {
        changes.Empty();
        byGroup.Empty();
        kept.Empty();
        replaced.Empty();
    }
}
