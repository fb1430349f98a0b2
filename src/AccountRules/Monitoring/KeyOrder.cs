using System.Runtime.InteropServices;

namespace AccountRules.Monitoring;

/// <summary>
/// Sorts changes by key: first by how their subjects begin, as numbers, and then those that begin alike by their keys, if they are not in that order as they
/// came. What is moved about while sorting is 12 bytes for each.
/// </summary>
internal sealed class KeyOrder
{
    private const int Taken = -1;

    private readonly List<FactKey> keys = [];
    private readonly List<ulong> starts = [];
    private readonly List<int> places = [];
    private readonly Comparison<int> byKey;

    public KeyOrder() => byKey = (x, y) => keys[x].CompareTo(keys[y]);

    /// <summary>Makes room for changes.</summary>
    public void Expect(int count)
    {
        keys.EnsureCapacity(count);
        starts.EnsureCapacity(count);
        places.EnsureCapacity(count);
    }

    /// <summary>Takes the key of the next change.</summary>
    public void Add(in FactKey key)
    {
        starts.Add(StartOf(key.Subject));
        places.Add(keys.Count);
        keys.Add(key);
    }

    /// <summary>Sorts the changes whose keys were taken.</summary>
    public void Sort(Span<StandingChange> changes)
    {
        if (keys.Count < 2)
            return;

        var begins = CollectionsMarshal.AsSpan(starts);
        var order = CollectionsMarshal.AsSpan(places);
        begins.Sort(order);
        for (int first = 0, next; first < order.Length; first = next)
        {
            for (next = first + 1; next < order.Length && begins[next] == begins[first];)
                next++;

            SortAlike(order[first..next]);
        }

        for (var first = 0; first < order.Length; first++)
        {
            if (order[first] != Taken)
                Turn(changes, order, first);
        }
    }

    /// <summary>Forgets the keys; a long list gives its memory back.</summary>
    public void Clear(int most)
    {
        keys.Clear();
        starts.Clear();
        places.Clear();
        if (keys.Capacity > most)
            (keys.Capacity, starts.Capacity, places.Capacity) = (0, 0, 0);
    }

    /// <summary>Sorts those whose subjects begin alike.</summary>
    private void SortAlike(Span<int> alike)
    {
        alike.Sort();
        for (var i = 1; i < alike.Length; i++)
        {
            if (byKey(alike[i - 1], alike[i]) > 0)
            {
                alike.Sort(byKey);
                return;
            }
        }
    }

    /// <summary>Moves the changes that take each other's places, beginning with one of them.</summary>
    private static void Turn(Span<StandingChange> changes, Span<int> places, int first)
    {
        var held = changes[first];
        var at = first;
        while (places[at] is var from && from != first)
            (changes[at], places[at], at) = (changes[from], Taken, from);

        (changes[at], places[at]) = (held, Taken);
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
