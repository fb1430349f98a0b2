using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AccountRules.Monitoring;

/// <summary>
/// An array in chunks, which grows without moving what it holds. A view of it as it is now costs nothing to take: the chunks are shared with the view until
/// they are next written, and copied then. For one writer at a time.
/// </summary>
internal sealed class Chunks<T>
    where T : struct
{
    /// <summary>A chunk takes about 8 KB.</summary>
    private const int SizeBits = 13;

    private T[][] chunks = [];
    private int[] writtenIn = [];
    private int count;
    private int epoch;
    private bool isOuterShared;

    /// <summary>How many bits of an index are the place in a chunk.</summary>
    public static int Bits => SizeBits - BitOperations.Log2((uint)Unsafe.SizeOf<T>());

    /// <summary>How many there is room for.</summary>
    public int Length => count << Bits;

    public ref readonly T this[int index] => ref At(chunks[index >> Bits], index);

    /// <summary>The chunks as they are until the next write.</summary>
    public ChunksView<T> Live => new(chunks, count);

    /// <summary>A place to write to; it holds until the next view is taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Writable(int index)
    {
        var chunk = index >> Bits;
        if (writtenIn[chunk] != epoch)
            Copy(chunk);

        return ref At(chunks[chunk], index);
    }

    /// <summary>
    /// A place in a chunk, without reading the chunk's length, which is seldom in the cache: every chunk has the same. Comparing the reference with null spares
    /// the compiler's own check, which would read the chunk.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At(T[] chunk, int index)
    {
        if (chunk is null)
            throw new UnreachableException();

        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(chunk), index & ((1 << Bits) - 1));
    }

    /// <summary>Makes room for so many.</summary>
    public void Grow(int length)
    {
        while (count << Bits < length)
        {
            Own(count == chunks.Length ? Math.Max(1, count * 2) : chunks.Length);
            chunks[count] = new T[1 << Bits];
            writtenIn[count] = epoch;
            count++;
        }
    }

    /// <summary>The chunks as they are now, for good.</summary>
    public ChunksView<T> Freeze()
    {
        epoch++;
        isOuterShared = true;
        return Live;
    }

    private void Copy(int chunk)
    {
        Own(chunks.Length);
        chunks[chunk] = [.. chunks[chunk]];
        writtenIn[chunk] = epoch;
    }

    /// <summary>Makes the outer array so long, and no view's.</summary>
    private void Own(int length)
    {
        if (length == chunks.Length && !isOuterShared)
            return;

        var own = new T[length][];
        Array.Copy(chunks, own, count);
        Array.Resize(ref writtenIn, length);
        (chunks, isOuterShared) = (own, false);
    }
}
