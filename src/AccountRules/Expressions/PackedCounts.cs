namespace AccountRules.Expressions;

/// <summary>Counts of all standings in one number, each in as many bits as there is room for: 7 for nine standings, 6 for ten.</summary>
internal static class PackedCounts
{
    /// <summary>How many facts a number can count, whatever their standings.</summary>
    public static readonly int Most = (1 << Bits) - 1;

    private static int Bits => Math.Min(64 / Standings.Count, 16);

    /// <summary>One fact of a standing.</summary>
    public static ulong One(Standing standing) => 1UL << (Bits * (int)standing);

    /// <summary>Adds a sum of such numbers to the counts, one for each standing.</summary>
    public static void AddTo(long[] counts, ulong sum)
    {
        for (var (standing, bits, most) = (0, Bits, (ulong)Most); standing < counts.Length; standing++)
            counts[standing] += (long)((sum >> (bits * standing)) & most);
    }
}
