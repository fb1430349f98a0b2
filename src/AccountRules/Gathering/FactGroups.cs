using System.Runtime.InteropServices;

namespace AccountRules.Gathering;

/// <summary>Facts by their keys, and by the groups that they belong to.</summary>
internal sealed class FactGroups
{
    private readonly IReadOnlyList<GatheringSource> sources;
    private readonly Dictionary<FactKey, Known>[] facts;
    private readonly Dictionary<FactKey, Members> groups;

    public FactGroups(IReadOnlyList<GatheringSource> sources)
        : this(sources, [.. sources.Select(_ => new Dictionary<FactKey, Known>())], [])
    {
    }

    private FactGroups(IReadOnlyList<GatheringSource> sources, Dictionary<FactKey, Known>[] facts, Dictionary<FactKey, Members> groups) =>
        (this.sources, this.facts, this.groups) = (sources, facts, groups);

    public IReadOnlyList<GatheringSource> Sources => sources;

    public IEnumerable<FactKey> Groups => groups.Keys;

    public IEnumerable<FactKey> Keys(int source) => facts[source].Keys;

    public IEnumerable<object> All(int source) => facts[source].Values.Select(known => known.Fact);

    public object? Find(int source, in FactKey key) => facts[source].TryGetValue(key, out var known) ? known.Fact : null;

    /// <summary>The groups that a fact was put in: an object of a host's may say others by now.</summary>
    public IEnumerable<FactKey> GroupsOf(int source, in FactKey key) =>
        facts[source].TryGetValue(key, out var known) ? known.Of.Select(members => members.Group) : [];

    /// <summary>The same facts by the keys and in the groups that other sources say, such as those of another policy; these are mostly the same.</summary>
    public FactGroups Under(IReadOnlyList<GatheringSource> others)
    {
        if (Enumerable.Range(0, sources.Count).All(source => IsWhereItWas(source, others[source])))
            return new(others, facts, groups);

        var grouped = new FactGroups(others);
        for (var source = 0; source < sources.Count; source++)
        {
            foreach (var fact in All(source))
                grouped.Add(source, others[source].KeyOf(fact), fact, others[source].GroupsOf(fact));
        }

        return grouped;
    }

    /// <summary>Makes room for the facts of a call that brings more than there are; else room grows by itself, and seldom.</summary>
    public void Expect(int source, int count)
    {
        if (count > facts[source].Count)
            facts[source].EnsureCapacity(facts[source].Count + count);
    }

    /// <summary>Adds a fact with a key that there is not, to groups of which each is there once.</summary>
    public void Add(int source, in FactKey key, object fact, FactKey[] of)
    {
        var into = of.Length == 1 ? MembersOf(of[0]).Alone : Array.ConvertAll(of, MembersOf);
        Put(source, key, fact, into);
        foreach (var members in into)
            (members.Facts[source] ??= []).Add(fact);
    }

    /// <summary>Adds a fact with a key that there is not, of groups whose facts are added by themselves.</summary>
    public void Put(int source, in FactKey key, object fact, Members[] of) => facts[source].Add(key, new(fact, of));

    /// <summary>Adds facts to a group; the list becomes the group's own where it has no other.</summary>
    /// <returns>The group.</returns>
    public Members Join(int source, in FactKey group, List<object> joining)
    {
        var members = MembersOf(group);
        if (members.Facts[source] is { Count: > 0 } own)
            own.AddRange(joining);
        else
            members.Facts[source] = joining;

        return members;
    }

    /// <summary>Removes facts, of each of their groups all at once.</summary>
    public void Remove(int source, IEnumerable<FactKey> keys)
    {
        var (gone, from) = (new HashSet<object>(ReferenceEqualityComparer.Instance), new HashSet<Members>());
        foreach (var key in keys)
        {
            if (!facts[source].Remove(key, out var known))
                continue;

            gone.Add(known.Fact);
            from.UnionWith(known.Of);
        }

        foreach (var members in from)
        {
            members.Facts[source]!.RemoveAll(gone.Contains);
            if (Array.TrueForAll(members.Facts, m => m is null or { Count: 0 }))
                groups.Remove(members.Group);
        }
    }

    /// <summary>
    /// The facts of a group, with what every group sees; given changes, as they will be: without those whose keys have changes, and with what these become.
    /// </summary>
    public GatheredFacts Of(FactKey group, DateOnly asOf, IReadOnlyList<PeriodCounts> periods, IReadOnlyList<PlannedFacts>? changes = null)
    {
        var members = groups.GetValueOrDefault(group);
        var taken = new IEnumerable<object>[sources.Count];
        for (var i = 0; i < taken.Length; i++)
        {
            var own = sources[i].IsBeside ? null : members?.Facts[i] ?? [];
            taken[i] = own is null ? changes?[i].Over(All(i)) ?? All(i) : changes?[i].Over(group, own) ?? own;
        }

        return new(group, asOf, sources, taken, periods);
    }

    private Members MembersOf(FactKey group) =>
        CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out _) ??= new(group, sources.Count);

    private bool IsWhereItWas(int source, GatheringSource other) =>
        other.GroupsLike(sources[source]) || facts[source].All(known => IsWhereItWas(other, known.Key, known.Value));

    private static bool IsWhereItWas(GatheringSource source, in FactKey key, in Known known)
    {
        var of = source.GroupsOf(known.Fact);
        if (of.Length != known.Of.Length || source.KeyOf(known.Fact) != key)
            return false;

        for (var i = 0; i < of.Length; i++)
        {
            if (of[i] != known.Of[i].Group)
                return false;
        }

        return true;
    }

    private readonly record struct Known(object Fact, Members[] Of);

    /// <summary>A group.</summary>
    public sealed class Members
    {
        public Members(FactKey group, int sources) => (Group, Facts, Alone) = (group, new List<object>?[sources], [this]);

        public FactKey Group { get; }

        public List<object>?[] Facts { get; }

        /// <summary>The group alone, for the facts that are of no other.</summary>
        public Members[] Alone { get; }
    }
}
