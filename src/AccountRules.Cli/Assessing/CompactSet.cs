namespace AccountRules.Cli.Assessing;

/// <summary>
/// A set of numbers that are spread evenly over all their bits, at 24 bytes for each. It grows one bucket at a time (linear hashing) in segments that stay
/// where they are, so that it never holds two copies of millions of numbers.
/// </summary>
internal sealed class CompactSet
{
    private const int SegmentBits = 12;
    private const int SegmentSize = 1 << SegmentBits;

    // A number's index counts from 1; 0 ends a chain.
    private readonly List<UInt128[]> numbers = [new UInt128[SegmentSize]];
    private readonly List<int[]> nexts = [new int[SegmentSize]];
    private readonly List<int[]> heads = [new int[SegmentSize]];
    private int count;
    private int round = SegmentSize;
    private int split;

    /// <summary>Adds a number; <c>false</c> where it is there already.</summary>
    /// <param name="number">The number.</param>
    public bool Add(UInt128 number)
    {
        ref var head = ref At(heads, BucketOf(number));
        for (var i = head; i != 0; i = At(nexts, i))
        {
            if (At(numbers, i) == number)
                return false;
        }

        if (++count >> SegmentBits == numbers.Count)
        {
            numbers.Add(new UInt128[SegmentSize]);
            nexts.Add(new int[SegmentSize]);
        }

        At(numbers, count) = number;
        At(nexts, count) = head;
        head = count;
        if (count > round + split)
            Split();

        return true;
    }

    private int BucketOf(UInt128 number)
    {
        var bucket = (int)number & (round - 1);
        return bucket < split ? (int)number & (round * 2 - 1) : bucket;
    }

    /// <summary>Moves about half of the next bucket to a new one.</summary>
    private void Split()
    {
        if ((round + split) >> SegmentBits == heads.Count)
            heads.Add(new int[SegmentSize]);

        var old = split++;
        var i = At(heads, old);
        At(heads, old) = 0;
        while (i != 0)
        {
            var following = At(nexts, i);
            ref var head = ref At(heads, BucketOf(At(numbers, i)));
            At(nexts, i) = head;
            head = i;
            i = following;
        }

        if (split == round)
            (round, split) = (round * 2, 0);
    }

    private static ref T At<T>(List<T[]> segments, int index) => ref segments[index >> SegmentBits][index & (SegmentSize - 1)];
}
