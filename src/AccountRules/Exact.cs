using System.Numerics;
using System.Runtime.CompilerServices;

namespace AccountRules;

/// <summary>Decimal arithmetic without rounding: <c>decimal</c>'s own products and quotients round past 28 digits, and may overflow.</summary>
internal static class Exact
{
    private static readonly ulong[] Powers = [.. Enumerable.Range(0, 20).Select(i => (ulong)BigInteger.Pow(10, i))];

    /// <summary>The sign of <c>part - cut * whole</c>, for all decimals.</summary>
    public static int Compare(decimal part, decimal cut, decimal whole)
    {
        Parts p = new(part), c = new(cut), w = new(whole);
        var scale = c.Scale + w.Scale - p.Scale;
        var product = (UInt128)c.Low * w.Low;
        if ((p.High | c.High | w.High) == 0 && (scale is >= 0 and < 20 || (scale is < 0 and > -20 && product <= ulong.MaxValue)))
        {
            var left = (UInt128)p.Low * Powers[Math.Max(scale, 0)];
            var right = scale >= 0 ? product : product * Powers[-scale];
            var (leftNegative, rightNegative) = (p.Negative && left != 0, c.Negative != w.Negative && right != 0);
            return leftNegative != rightNegative ? (leftNegative ? -1 : 1) : leftNegative ? right.CompareTo(left) : left.CompareTo(right);
        }

        return CompareWide(p, c, w, scale);
    }

    /// <summary>The same for mantissas of up to 96 bits, without allocating: 10 limbs hold a product and the powers of ten that put both sides on one scale.</summary>
    private static int CompareWide(in Parts p, in Parts c, in Parts w, int scale)
    {
        Span<uint> left = stackalloc uint[10], right = stackalloc uint[10], factor = stackalloc uint[3], addend = stackalloc uint[10];
        left.Clear();
        right.Clear();
        p.CopyTo(left);
        c.CopyTo(factor);
        for (var i = 0; i < factor.Length; i++)
        {
            addend.Clear();
            w.CopyTo(addend[i..]);
            Limbs.Multiply(addend, factor[i]);
            Limbs.Add(right, addend);
        }

        Limbs.MultiplyByPowerOfTen(scale >= 0 ? left : right, Math.Abs(scale));
        var (leftSign, rightSign) = (p.Sign, c.Sign * w.Sign);
        return leftSign != rightSign ? leftSign.CompareTo(rightSign) : leftSign * Limbs.Compare(left, right);
    }

    /// <summary>
    /// The quotient as a decimal: exact where it has an end, otherwise cut after its last digit that fits and made odd there, so that it lies on the same
    /// side as the true quotient of every number with fewer digits. <c>null</c> where it is too large.
    /// </summary>
    public static decimal? Quotient(BigInteger dividend, BigInteger divisor)
    {
        if (divisor.Sign < 0)
            (dividend, divisor) = (-dividend, -divisor);

        for (var scale = 28; scale >= 0; scale--)
        {
            var quotient = BigInteger.DivRem(BigInteger.Abs(dividend) * BigInteger.Pow(10, scale), divisor, out var rest);
            if (quotient >> 96 != 0)
                continue;

            if (!rest.IsZero)
                quotient |= BigInteger.One;

            return Make(quotient, scale, dividend.Sign < 0);
        }

        return null;
    }

    /// <inheritdoc cref="Quotient(BigInteger, BigInteger)"/>
    public static decimal? Quotient(decimal part, decimal whole)
    {
        Parts p = new(part), w = new(whole);
        return Quotient(p.Mantissa * BigInteger.Pow(10, w.Scale), w.Mantissa * BigInteger.Pow(10, p.Scale));
    }

    /// <summary>The product, rounded once; <c>null</c> where the result does not fit a decimal.</summary>
    public static decimal? RoundedProduct(decimal left, decimal right, int decimals, MidpointRounding rounding)
    {
        Parts l = new(left), r = new(right);
        var (product, scale) = (l.Mantissa * r.Mantissa, l.Scale + r.Scale);
        if (scale > decimals)
        {
            var unit = BigInteger.Pow(10, scale - decimals);
            var whole = BigInteger.DivRem(product, unit, out var rest);
            var half = (BigInteger.Abs(rest) * 2).CompareTo(unit);
            var away = rounding switch
            {
                MidpointRounding.AwayFromZero => half >= 0,
                MidpointRounding.ToEven => half > 0 || (half == 0 && !whole.IsEven),
                _ => false,
            };
            (product, scale) = (away ? whole + product.Sign : whole, decimals);
        }

        while (scale > 0 && (BigInteger.Abs(product) >> 96 != 0 || scale > 28) && BigInteger.Remainder(product, 10).IsZero)
            (product, scale) = (product / 10, scale - 1);

        return BigInteger.Abs(product) >> 96 == 0 && scale <= 28 ? Make(BigInteger.Abs(product), scale, product.Sign < 0) : null;
    }

    /// <summary>The numerator and denominator of a decimal.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal value)
    {
        Parts parts = new(value);
        return (parts.Mantissa, BigInteger.Pow(10, parts.Scale));
    }

    /// <summary>The same value without zeros at its end.</summary>
    public static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    private static decimal Make(BigInteger magnitude, int scale, bool negative)
    {
        var (high, low) = ((uint)(magnitude >> 64), (ulong)(magnitude & ulong.MaxValue));
        return Trimmed(new((int)low, (int)(low >> 32), (int)high, negative, (byte)scale));
    }

    private readonly ref struct Parts
    {
        public readonly ulong Low;
        public readonly uint High;
        private readonly int flags;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Parts(decimal value)
        {
            Span<int> bits = stackalloc int[4];
            decimal.GetBits(value, bits);
            (Low, High, flags) = ((uint)bits[0] | ((ulong)(uint)bits[1] << 32), (uint)bits[2], bits[3]);
        }

        public int Scale => (flags >> 16) & 0xFF;

        public bool Negative => flags < 0;

        public int Sign => (High | Low) == 0 ? 0 : Negative ? -1 : 1;

        public void CopyTo(Span<uint> limbs) => (limbs[0], limbs[1], limbs[2]) = ((uint)Low, (uint)(Low >> 32), High);

        public BigInteger Mantissa
        {
            get
            {
                var magnitude = ((BigInteger)High << 64) + Low;
                return Negative ? -magnitude : magnitude;
            }
        }
    }
}
