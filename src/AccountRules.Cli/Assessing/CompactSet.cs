using System.Numerics;

namespace AccountRules.Cli.Assessing;

/// <summary>
/// A set of numbers that are spread evenly over all their bits, and of little else: open addressing, in parts that grow one at a time by a quarter,
/// so that millions take hardly more than their own size.
/// </summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal sealed class CompactSet<T>
    where T : struct, IBinaryInteger<T>
{
    private const int PartBits = 8;
    private const int FirstCapacity = 16;
    private readonly T[][] parts = new T[1 << PartBits][];
    private readonly int[] counts = new int[1 << PartBits];
    private bool hasZero;

    /// <summary>Adds a number; <c>false</c> where it is there already.</summary>
    /// <param name="number">The number.</param>
    public bool Add(T number)
    {
        if (T.IsZero(number))
            return !hasZero && (hasZero = true);

        var part = (int)(ulong.CreateTruncating(number) & ((1 << PartBits) - 1));
        ref var slots = ref parts[part];
        slots ??= new T[FirstCapacity];
        if (!Put(slots, number))
            return false;

        if (++counts[part] * 5L > slots.Length * 4L)
            slots = Grown(slots);

        return true;
    }

    private static bool Put(T[] slots, T number)
    {
        var slot = (int)(((ulong.CreateTruncating(number) >> 32) * (ulong)slots.Length) >> 32);
        while (!T.IsZero(slots[slot]))
        {
            if (slots[slot] == number)
                return false;

            slot = slot + 1 == slots.Length ? 0 : slot + 1;
        }

        slots[slot] = number;
        return true;
    }

    private static T[] Grown(T[] slots)
    {
        var grown = new T[slots.Length + slots.Length / 4];
        foreach (var number in slots)
        {
            if (!T.IsZero(number))
                Put(grown, number);
        }

        return grown;
    }
}
