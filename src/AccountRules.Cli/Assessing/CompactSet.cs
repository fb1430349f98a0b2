using System.Runtime.InteropServices;

namespace AccountRules.Cli.Assessing;

/// <summary>
/// A set of numbers of 96 bits that are spread evenly, at 14 to 16 bytes for each. They stand in their order, each in its own place or the next free one behind
/// it. The places are segments: where the set grows it takes some more, and its numbers move apart where they are, so that nothing is ever held twice or thrown
/// away.
/// </summary>
/// <param name="key">
/// The bits of the lower 32 by which a number is known, beside its upper 64; of two numbers that agree in all of these, the set holds the first.
/// </param>
internal sealed class CompactSet(uint key)
{
    private const int SegmentBits = 13;
    private const int SegmentSize = 1 << SegmentBits;

    /// <summary>Places behind the last number's own: in a set that is seven eighths full, numbers are hardly ever twenty from theirs.</summary>
    private const int Spare = 256;

    private Entry[][] segments = [];
    private int count;
    private int last;

    /// <summary>How many bytes its segments hold.</summary>
    public long Size => (long)Places * Marshal.SizeOf<Entry>();

    private int Places => segments.Length << SegmentBits;

    private int OwnPlaces => Places - Spare;

    /// <summary>
    /// The lower 32 bits that the set holds for a key: those given where there were none. What is not of the key may be changed, until the next number comes.
    /// </summary>
    /// <param name="upper">The upper 64 bits.</param>
    /// <param name="lower">The lower 32 bits, which are not 0.</param>
    /// <param name="isNew">Whether there was none.</param>
    public ref uint Held(ulong upper, uint lower, out bool isNew)
    {
        // Numbers that come again often do so at once.
        isNew = count == 0 || !Is(At(last), upper, lower);
        if (!isNew)
            return ref At(last).Lower;

        if (count >= OwnPlaces / 8 * 7)
            Grow();

        last = PlaceOf(upper, lower, out isNew);
        if (isNew)
        {
            Put(last, new() { Upper = upper, Lower = lower });
            count++;
        }

        return ref At(last).Lower;
    }

    /// <summary>The lower 32 bits that the set holds for a key; 0 where there are none.</summary>
    /// <param name="upper">The upper 64 bits.</param>
    /// <param name="lower">The lower 32 bits, of which the key counts.</param>
    public uint Find(ulong upper, uint lower) => count > 0 && PlaceOf(upper, lower, out var isNone) is var place && !isNone ? At(place).Lower : 0;

    private ref Entry At(int place) => ref segments[place >> SegmentBits][place & (SegmentSize - 1)];

    private bool Is(in Entry entry, ulong upper, uint lower) => entry.Upper == upper && ((entry.Lower ^ lower) & key) == 0;

    private int OwnPlaceOf(ulong upper) => (int)Math.BigMul(upper, (ulong)OwnPlaces, out _);

    /// <summary>Where a number is, or is to go.</summary>
    private int PlaceOf(ulong upper, uint lower, out bool isNone)
    {
        var place = OwnPlaceOf(upper);
        ref var entry = ref At(place);
        while (entry.Lower != 0 && (entry.Upper < upper || (entry.Upper == upper && (entry.Lower & key) < (lower & key))))
            entry = ref At(++place);

        isNone = entry.Lower == 0 || !Is(entry, upper, lower);
        return place;
    }

    /// <summary>Puts a number in its place; those from there to the next free place move on by one.</summary>
    private void Put(int place, Entry number)
    {
        for (; At(place).Lower != 0; place++)
            (At(place), number) = (number, At(place));

        At(place) = number;
    }

    private void Grow()
    {
        var before = Places;
        segments = [.. segments, .. Enumerable.Range(0, Math.Max(1, segments.Length / 8)).Select(_ => new Entry[SegmentSize])];

        // To the end, without gaps, and from there each to its own place, which is never behind where it comes from.
        var from = Places;
        for (var place = before - 1; place >= 0; place--)
        {
            if (At(place).Lower != 0)
                (At(--from), At(place)) = (At(place), default);
        }

        for (var next = 0; from < Places; from++)
        {
            var entry = At(from);
            At(from) = default;
            next = Math.Max(next, OwnPlaceOf(entry.Upper));
            if (next > from)
                throw new InvalidOperationException("The numbers of the set are not spread evenly.");

            At(next++) = entry;
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = sizeof(uint))]
    private struct Entry
    {
        public ulong Upper;
        public uint Lower;
    }
}
