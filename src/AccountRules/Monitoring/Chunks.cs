using System.Numerics;
using System.Runtime.CompilerServices;

namespace AccountRules.Monitoring;

/// <summary>
/// An array in chunks, which grows without moving what it holds. What it holds now can be had for good at no cost: the chunks are shared until they are next
/// written, and copied then. For one writer at a time.
/// </summary>
internal sealed class Chunks<T>
{
    /// <summary>A chunk takes 8 to 16 KB.</summary>
    private const int SizeBits = 13;

    private T[][] chunks = [];

    /// <summary>Which chunks are shared with nobody; empty where the outer array is shared, too.</summary>
    private bool[] own = [];
    private int count;

    /// <summary>How many there is room for.</summary>
    public int Length => count << Bits;

    /// <summary>How many bits of an index are the place in a chunk.</summary>
    private static int Bits => SizeBits - BitOperations.Log2((uint)Unsafe.SizeOf<T>());

    public ref readonly T this[int index] => ref chunks[index >> Bits][index & ((1 << Bits) - 1)];

    /// <summary>A place to write to; it holds until these are next frozen.</summary>
    public ref T Writable(int index)
    {
        var chunk = index >> Bits;
        if (chunk >= own.Length || !own[chunk])
        {
            Own(chunks.Length);
            (chunks[chunk], own[chunk]) = ([.. chunks[chunk]], true);
        }

        return ref chunks[chunk][index & ((1 << Bits) - 1)];
    }

    /// <summary>Makes room for so many.</summary>
    public void Grow(int length)
    {
        for (; count << Bits < length; count++)
        {
            Own(count < chunks.Length ? chunks.Length : Math.Max(1, count * 2));
            (chunks[count], own[count]) = (new T[1 << Bits], true);
        }
    }

    /// <summary>What is held now, for good: to be read, by any thread.</summary>
    public Chunks<T> Freeze()
    {
        own = [];
        return new() { chunks = chunks, count = count };
    }

    /// <summary>Makes the outer array so long, and nobody else's.</summary>
    private void Own(int length)
    {
        if (own.Length == length)
            return;

        var longer = new T[length][];
        chunks.CopyTo(longer, 0);
        chunks = longer;
        Array.Resize(ref own, length);
    }
}
