namespace AccountRules.Cli.Assessing;

/// <summary>
/// A set of numbers that are spread evenly over all their bits, at 20 to 25 bytes for each. It is many small tables, each of which grows by itself and by a
/// quarter, so that it never holds two copies of millions of numbers, and looks at one place of memory for each.
/// </summary>
/// <param name="key">The bits by which a number is known; of two numbers that agree in them, the set holds the first.</param>
internal sealed class CompactSet(UInt128 key)
{
    private const int TableBits = 10;
    private const int SmallestTable = 8;
    private const int SizeOfNumber = 16;

    // 0 is an empty place.
    private readonly UInt128[][] tables = [.. Enumerable.Repeat(Array.Empty<UInt128>(), 1 << TableBits)];
    private readonly int[] counts = new int[1 << TableBits];

    /// <summary>A set of numbers that are known by all their bits.</summary>
    public CompactSet()
        : this(UInt128.MaxValue)
    {
    }

    /// <summary>How many bytes its tables hold.</summary>
    public long Size => tables.Sum(table => (long)table.Length * SizeOfNumber);

    /// <summary>Adds a number; <c>false</c> where it, or one with the same key, is there already.</summary>
    /// <param name="number">The number, which is not 0.</param>
    public bool Add(UInt128 number)
    {
        Held(number, out var isNew);
        return isNew;
    }

    /// <summary>
    /// The number that the set holds for a key: the one given where there was none. Its bits beside the key may be changed, until the next number comes.
    /// </summary>
    /// <param name="number">The number, which is not 0.</param>
    /// <param name="isNew">Whether there was none.</param>
    public ref UInt128 Held(UInt128 number, out bool isNew)
    {
        var table = TableOf(number);
        if (counts[table] * 5L >= tables[table].Length * 4L)
            tables[table] = Grown(tables[table]);

        ref var place = ref PlaceOf(tables[table], number);
        isNew = place == 0;
        if (isNew)
        {
            place = number;
            counts[table]++;
        }

        return ref place;
    }

    /// <summary>The number that the set holds for a key; 0 where there is none.</summary>
    /// <param name="number">A number with the key.</param>
    public UInt128 Find(UInt128 number) => tables[TableOf(number)] is { Length: > 0 } table ? PlaceOf(table, number) : 0;

    private static int TableOf(UInt128 number) => (int)(number >> (128 - TableBits));

    private UInt128[] Grown(UInt128[] table)
    {
        var grown = new UInt128[Math.Max(SmallestTable, table.Length + table.Length / 4)];
        foreach (var number in table)
        {
            if (number != 0)
                PlaceOf(grown, number) = number;
        }

        return grown;
    }

    /// <summary>Where a number is, or is to go: the first place from its own on that holds its key or nothing.</summary>
    private ref UInt128 PlaceOf(UInt128[] table, UInt128 number)
    {
        var i = (int)(((ulong)(uint)(number >> 64) * (ulong)table.Length) >> 32);
        while (table[i] != 0 && ((table[i] ^ number) & key) != 0)
            i = i + 1 < table.Length ? i + 1 : 0;

        return ref table[i];
    }
}
