namespace AccountRules.Numbers;

/// <summary>Whole numbers of a fixed width in 32-bit limbs, the lowest first.</summary>
internal static class Limbs
{
    public static void Multiply(Span<uint> limbs, uint factor)
    {
        var carry = 0UL;
        for (var i = 0; i < limbs.Length; i++)
        {
            carry += (ulong)limbs[i] * factor;
            limbs[i] = (uint)carry;
            carry >>= 32;
        }
    }

    public static void MultiplyByPowerOfTen(Span<uint> limbs, int exponent)
    {
        for (; exponent >= 9; exponent -= 9)
            Multiply(limbs, 1_000_000_000);

        for (; exponent > 0; exponent--)
            Multiply(limbs, 10);
    }

    public static void Add(Span<uint> limbs, ReadOnlySpan<uint> addend)
    {
        var carry = 0UL;
        for (var i = 0; i < limbs.Length; i++)
        {
            carry += (ulong)limbs[i] + addend[i];
            limbs[i] = (uint)carry;
            carry >>= 32;
        }
    }

    public static int Compare(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        for (var i = left.Length - 1; i >= 0; i--)
        {
            if (left[i] != right[i])
                return left[i].CompareTo(right[i]);
        }

        return 0;
    }
}
