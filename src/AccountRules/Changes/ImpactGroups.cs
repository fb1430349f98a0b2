using System.Runtime.InteropServices;

namespace AccountRules.Changes;

/// <summary>Adds up what a change does by account and by account manager; a few numbers are kept of each that occurs.</summary>
/// <param name="managers">Who manages each account, as far as that is known when it is asked.</param>
internal sealed class ImpactGroups(IReadOnlyDictionary<string, string?> managers)
{
    private readonly Dictionary<(string? Account, string? Employee), ImpactSum> sums = [];

    /// <summary>By account; what is of none is one group.</summary>
    public IReadOnlyList<ImpactGroup> Accounts => By(key => key.Account);

    /// <summary>By the employee whom the facts are of, and those that are of none by the manager of their account.</summary>
    public IReadOnlyList<ImpactGroup> Managers =>
        By(key => key.Employee ?? (key.Account is { } account && managers.GetValueOrDefault(account) is { Length: > 0 } manager ? manager : null));

    public void Add(string? account, string? employee, bool isChanged, decimal paid, decimal pays)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(
            sums, (string.IsNullOrEmpty(account) ? null : account, string.IsNullOrEmpty(employee) ? null : employee), out _);
        (sum ??= new()).Add(isChanged, paid, pays);
    }

    /// <summary>Many facts at once, which are nobody's.</summary>
    public void Add(ImpactSum sum, bool isChanged)
    {
        ref var all = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, default, out _);
        (all ??= new()).Add(sum, isChanged);
    }

    private IReadOnlyList<ImpactGroup> By(Func<(string? Account, string? Employee), string?> idOf) =>
    [
        .. ImpactSum.By(sums.Select(s => (idOf(s.Key), s.Value)))
            .Select(g => new ImpactGroup(g.Key, g.Sum.Facts, g.Sum.Changed, g.Sum.Old, g.Sum.New))
            .OrderByDescending(g => Math.Abs(g.Difference)).ThenByDescending(g => g.Changed).ThenByDescending(g => g.Facts)
            .ThenBy(g => g.Id is null).ThenBy(g => g.Id, StringComparer.Ordinal),
    ];
}
