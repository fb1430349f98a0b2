using System.Numerics;
using System.Runtime.CompilerServices;

namespace AccountRules.Numbers;

/// <summary>
/// What a decimal is made of: a whole number of 96 bits, divided by a power of ten. The layout is the one that decimals have in interoperation.
/// </summary>
/// <param name="Flags">The sign, and the power of ten.</param>
/// <param name="High">The upper 32 bits of the whole number.</param>
/// <param name="Low">The lower 64 bits of the whole number.</param>
internal readonly record struct DecimalBits(int Flags, uint High, ulong Low)
{
    public int Scale => (Flags >> 16) & 0xFF;

    /// <summary>The last digit of the mantissa; 2 to the 64th ends in 6.</summary>
    public uint LastDigit => (High % 10 * 6 + (uint)(Low % 10)) % 10;

    public bool IsNegative => Flags < 0;

    public int Sign => (High | Low) == 0 ? 0 : Flags < 0 ? -1 : 1;

    public BigInteger Mantissa
    {
        get
        {
            var magnitude = ((BigInteger)High << 64) + Low;
            return Flags < 0 ? -magnitude : magnitude;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DecimalBits Of(decimal value) => Unsafe.BitCast<decimal, DecimalBits>(value);

    public void CopyTo(Span<uint> limbs) => (limbs[0], limbs[1], limbs[2]) = ((uint)Low, (uint)(Low >> 32), High);
}
