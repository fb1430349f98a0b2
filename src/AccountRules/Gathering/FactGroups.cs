using System.Runtime.InteropServices;

namespace AccountRules.Gathering;

/// <summary>Facts by their keys, and by the groups that they belong to.</summary>
internal sealed class FactGroups
{
    private readonly IReadOnlyList<GatheringSource> sources;
    private readonly Dictionary<FactKey, object>[] facts;
    private readonly Dictionary<FactKey, Dictionary<FactKey, object>?[]> groups = [];
    private readonly Dictionary<Period, int> periods = [];

    public FactGroups(IReadOnlyList<GatheringSource> sources) =>
        (this.sources, facts) = (sources, [.. sources.Select(_ => new Dictionary<FactKey, object>())]);

    public IReadOnlyList<GatheringSource> Sources => sources;

    public IEnumerable<FactKey> Groups => groups.Keys;

    public IEnumerable<FactKey> Keys(int source) => facts[source].Keys;

    public IEnumerable<object> All(int source) => facts[source].Values;

    public object? Find(int source, in FactKey key) => facts[source].GetValueOrDefault(key);

    /// <summary>Puts a fact in the place of the one with its key, if there is one.</summary>
    public void Set(int source, in FactKey key, object fact) => Set(source, key, fact, sources[source].GroupsOf(fact));

    /// <summary>The same of a fact whose groups are known.</summary>
    public void Set(int source, in FactKey key, object fact, IEnumerable<FactKey> of)
    {
        Remove(source, key);
        facts[source].Add(key, fact);
        if (key.Period is { } period)
            Count(period, 1);

        foreach (var group in of)
        {
            ref var members = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out _);
            (members ??= new Dictionary<FactKey, object>?[sources.Count])[source] ??= [];
            members[source]![key] = fact;
        }
    }

    public void Remove(int source, in FactKey key)
    {
        if (!facts[source].Remove(key, out var fact))
            return;

        if (key.Period is { } period)
            Count(period, -1);

        foreach (var group in sources[source].GroupsOf(fact))
        {
            var members = groups[group];
            members[source]!.Remove(key);
            if (Array.TrueForAll(members, m => m is null or { Count: 0 }))
                groups.Remove(group);
        }
    }

    /// <summary>Whether there is a fact of a period, or one that could not be read.</summary>
    public bool Holds(Period period) => periods.ContainsKey(period);

    /// <summary>Says that there is one fact more of a period, or less: also one that could not be read.</summary>
    public void Count(Period period, int more)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(periods, period, out _);
        count += more;
        if (count == 0)
            periods.Remove(period);
    }

    /// <summary>The facts of a group; what every group sees is there too.</summary>
    public GatheredFacts Of(FactKey group, DateOnly asOf) => Of(group, asOf, Holds, Members);

    /// <summary>The facts of a group as they will be: without those whose keys have changes, and with what these become.</summary>
    public GatheredFacts Of(
        FactKey group, DateOnly asOf, IReadOnlyList<Dictionary<FactKey, object?>> changes, Func<Period, bool> willHold) => Of(group, asOf, willHold,
        (group, source) =>
    {
        var changed = changes[source];
        if (changed.Count == 0)
            return Members(group, source);

        var isIn = sources[source].IsBeside ? (Func<object, bool>)(_ => true) : fact => sources[source].GroupsOf(fact).Contains(group);
        return Pairs(group, source).Where(pair => !changed.ContainsKey(pair.Key)).Select(pair => pair.Value)
            .Concat(changed.Values.OfType<object>().Where(isIn));
    });

    private GatheredFacts Of(FactKey group, DateOnly asOf, Func<Period, bool> holds, Func<FactKey, int, IEnumerable<object>> members)
    {
        var taken = new IEnumerable<object>[sources.Count];
        for (var source = 0; source < taken.Length; source++)
            taken[source] = members(group, source);

        return new(group, asOf, sources, taken, holds);
    }

    private IEnumerable<object> Members(FactKey group, int source) =>
        Pairs(group, source) is { } pairs ? pairs.Values : [];

    private Dictionary<FactKey, object> Pairs(FactKey group, int source) => sources[source].IsBeside
        ? facts[source]
        : groups.GetValueOrDefault(group)?[source] ?? Nothing;

    private static readonly Dictionary<FactKey, object> Nothing = [];
}
