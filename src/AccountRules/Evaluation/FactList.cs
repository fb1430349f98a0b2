using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace AccountRules.Evaluation;

/// <summary>Facts that are at hand side by side: in memory, or in a list that must not change meanwhile.</summary>
internal readonly struct FactList<TFact>
    where TFact : class
{
    private readonly List<TFact>? list;
    private readonly ReadOnlyMemory<TFact> memory;

    public FactList(ReadOnlyMemory<TFact> memory) => (this.memory, Count) = (memory, memory.Length);

    private FactList(List<TFact> list) => (this.list, Count) = (list, list.Count);

    public int Count { get; }

    /// <summary>The facts from a position.</summary>
    public ReadOnlySpan<TFact> this[int from, int count] => Span.Slice(from, count);

    private ReadOnlySpan<TFact> Span => list is null ? memory.Span
        : list.Count == Count ? CollectionsMarshal.AsSpan(list)
        : throw new InvalidOperationException("The list of facts was changed while it was assessed: assess a copy of it, or change it afterwards.");

    public static bool TryMake(IEnumerable<TFact> facts, out FactList<TFact> made)
    {
        made = facts switch
        {
            TFact[] array => new(array.AsMemory()),
            List<TFact> list => new(list),
            ImmutableArray<TFact> { IsDefault: false } array => new(array.AsMemory()),
            _ => default,
        };
        return facts is TFact[] or List<TFact> or ImmutableArray<TFact> { IsDefault: false };
    }
}
