using System.Collections;
using System.Runtime.CompilerServices;

namespace AccountRules;

/// <summary>
/// A list of terms, written <c>[a, b]</c>: copied, and equal by its items in their order, so that a record of terms with lists is equal by value without more.
/// Immutable and safe for use by many threads.
/// </summary>
/// <typeparam name="TItem">The item: a number, a text, or a record of terms.</typeparam>
[CollectionBuilder(typeof(TermList), nameof(TermList.Of))]
public sealed class TermList<TItem> : IReadOnlyList<TItem>, IEquatable<TermList<TItem>>
{
    private readonly TItem[] items;

    internal TermList(ReadOnlySpan<TItem> items) => this.items = items.ToArray();

    /// <summary>The number of items.</summary>
    public int Count => items.Length;

    /// <summary>The item at an index.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such item.</exception>
    public TItem this[int index] => items[index];

    /// <summary>Whether both have the same items in the same order.</summary>
    /// <param name="other">The list to compare with.</param>
    public bool Equals(TermList<TItem>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TermList<TItem>);

    /// <inheritdoc/>
    public override int GetHashCode() => items.Length == 0 ? 0 : HashCode.Combine(items.Length, items[0], items[^1]);

    /// <summary>The items in brackets.</summary>
    public override string ToString() => $"[{string.Join(", ", items)}]";

    /// <summary>The items, in order.</summary>
    public IEnumerator<TItem> GetEnumerator() => ((IEnumerable<TItem>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes lists of terms; <c>[a, b]</c> is shorter.</summary>
public static class TermList
{
    /// <summary>A list of these items.</summary>
    /// <typeparam name="TItem">The item.</typeparam>
    /// <param name="items">The items, which are copied.</param>
    public static TermList<TItem> Of<TItem>(params ReadOnlySpan<TItem> items) => new(items);
}
