using System.Runtime.InteropServices;

namespace AccountRules.Monitoring;

/// <summary>
/// Sorts changes by key. What is moved about while sorting is 16 bytes for each: how its subject begins, and its place. Two keys are read only where their
/// subjects begin alike.
/// </summary>
internal sealed class KeyOrder
{
    private const int Taken = -1;

    private readonly List<FactKey> keys = [];
    private readonly List<(ulong Start, int Place)> order = [];
    private readonly Comparison<(ulong Start, int Place)> comparison;

    public KeyOrder() => comparison = (x, y) => x.Start != y.Start ? x.Start.CompareTo(y.Start) : keys[x.Place].CompareTo(keys[y.Place]);

    /// <summary>Makes room for changes.</summary>
    public void Expect(int count)
    {
        keys.EnsureCapacity(count);
        order.EnsureCapacity(count);
    }

    /// <summary>Takes the key of the next change.</summary>
    public void Add(in FactKey key)
    {
        order.Add((StartOf(key.Subject), keys.Count));
        keys.Add(key);
    }

    /// <summary>Sorts the changes whose keys were taken.</summary>
    public void Sort(Span<StandingChange> changes)
    {
        if (order.Count < 2)
            return;

        var places = CollectionsMarshal.AsSpan(order);
        places.Sort(comparison);

        for (var first = 0; first < places.Length; first++)
        {
            if (places[first].Place != Taken)
                Turn(changes, places, first);
        }
    }

    /// <summary>Forgets the keys; a long list gives its memory back.</summary>
    public void Clear(int most)
    {
        keys.Clear();
        order.Clear();
        if (keys.Capacity > most)
            (keys.Capacity, order.Capacity) = (0, 0);
    }

    /// <summary>Moves the changes that take each other's places, beginning with one of them.</summary>
    private static void Turn(Span<StandingChange> changes, Span<(ulong Start, int Place)> places, int first)
    {
        var held = changes[first];
        var at = first;
        while (places[at].Place is var from && from != first)
            (changes[at], places[at].Place, at) = (changes[from], Taken, from);

        (changes[at], places[at].Place) = (held, Taken);
    }

    /// <summary>
    /// Eight characters of a text as a number that orders as texts do by their ordinal value, or is equal where these do not tell: a character from U+00FF up
    /// is written as 0xFF, and nothing after it.
    /// </summary>
    private static ulong StartOf(string text)
    {
        var (start, isOver) = (0UL, false);
        for (var i = 0; i < sizeof(ulong); i++)
        {
            var next = isOver || i >= text.Length ? 0u : Math.Min(text[i], (uint)byte.MaxValue);
            isOver |= next == byte.MaxValue;
            start = (start << 8) | next;
        }

        return start;
    }
}
