using System.Runtime.InteropServices;

namespace AccountRules.Gathering;

/// <summary>What is to become of some facts of a source.</summary>
internal sealed class PlannedFacts
{
    private readonly Dictionary<FactKey, (object? Fact, Joining[] Into)> changes = [];
    private readonly Dictionary<FactKey, Joining> joinings = [];
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
        var into = groups.Length == 1 ? JoiningOf(groups[0]).Alone : Array.ConvertAll(groups, JoiningOf);
        changes.Add(key, (fact, into));
        if (known is not null)
            replaced.Add(known);

        foreach (var joining in into)
            joining.Facts.Add(fact!);
    }

    /// <summary>The facts of a group as they will be.</summary>
    public IEnumerable<object> Over(FactKey group, List<object> facts) =>
        facts.Count == 0 ? FactsOf(group) : changes.Count == 0 ? facts : Over(facts, FactsOf(group));

    /// <summary>All facts as they will be.</summary>
    public IEnumerable<object> Over(IEnumerable<object> facts) =>
        changes.Count == 0 ? facts : Over(facts, changes.Values.Select(change => change.Fact).OfType<object>());

    private IEnumerable<object> Over(IEnumerable<object> facts, IEnumerable<object> coming) =>
        (replaced.Count == 0 ? facts : facts.Where(fact => !replaced.Contains(fact))).Concat(coming);

    private List<object> FactsOf(in FactKey group) => joinings.GetValueOrDefault(group)?.Facts ?? [];

    private Joining JoiningOf(FactKey group) => CollectionsMarshal.GetValueRefOrAddDefault(joinings, group, out _) ??= new(group);

    /// <summary>Makes it so, and reads no fact.</summary>
    public void Apply(FactGroups to, int source)
    {
        if (replaced.Count > 0)
            to.Remove(source, changes.Keys);

        foreach (var joining in joinings.Values)
            joining.Members = to.Join(source, joining.Group, joining.Facts);

        to.Expect(source, changes.Count);
        foreach (var (key, (fact, into)) in changes)
        {
            if (fact is not null)
                to.Put(source, key, fact, into.Length == 1 ? into[0].Members!.Alone : Array.ConvertAll(into, joining => joining.Members!));
        }
    }

    public void Clear()
    {
        changes.Empty();
        joinings.Empty();
        kept.Empty();
        replaced.Empty();
    }

    /// <summary>The facts that are to come into a group.</summary>
    private sealed class Joining
    {
        public Joining(FactKey group) => (Group, Alone) = (group, [this]);

        public FactKey Group { get; }

        public List<object> Facts { get; } = [];

        /// <summary>The group, once the facts are in it.</summary>
        public FactGroups.Members? Members { get; set; }

        /// <summary>This alone, for the facts that come into no other.</summary>
        public Joining[] Alone { get; }
    }
}
