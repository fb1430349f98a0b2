using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>How many facts there are, how many of them change, and what they are paid under both policies.</summary>
internal sealed class ImpactSum
{
    private ExactTotal? old;
    private ExactTotal? @new;

    public ImpactSum()
    {
    }

    /// <summary>So many facts with their sums.</summary>
    public ImpactSum(long facts, ExactTotal paid, ExactTotal pays) => (Facts, old, @new) = (facts, paid, pays);

    public long Facts { get; private set; }

    public long Changed { get; private set; }

    public decimal Old => old?.Value ?? 0;

    public decimal New => @new?.Value ?? 0;

    public decimal Difference => ExactTotal.Difference(@new, old);

    /// <summary>Sums of what has the same key.</summary>
    public static IEnumerable<(TKey Key, ImpactSum Sum)> By<TKey>(IEnumerable<(TKey Key, ImpactSum Sum)> sums) => sums.GroupBy(s => s.Key, s => s.Sum)
        .Select(g => (g.Key, g.Aggregate(new ImpactSum(), (all, one) => all.Add(one))));

    /// <summary>One fact more.</summary>
    public void Add(bool isChanged, decimal paid, decimal pays)
    {
        Facts++;
        Changed += isChanged ? 1 : 0;
        if (paid != 0)
            (old ??= new()).Add(paid);

        if (pays != 0)
            (@new ??= new()).Add(pays);
    }

    /// <summary>A number of facts more, all of which change, or none.</summary>
    public void Add(ImpactSum other, bool isChanged)
    {
        Changed += isChanged ? other.Facts : 0;
        Add(other);
    }

    private ImpactSum Add(ImpactSum other)
    {
        (Facts, Changed) = (Facts + other.Facts, Changed + other.Changed);
        old = ExactTotal.Sum(old, other.old);
        @new = ExactTotal.Sum(@new, other.@new);
        return this;
    }
}
