using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Generators;

/// <summary>Decimals that lie on, one unit in the last place below and one above the places where a rule turns.</summary>
internal static class Numbers
{
    private static readonly decimal[] Plain = [0m, 1m, -1m, 2m, 3m, 17m, 20m, 100m, 85m, 0.01m, 0.0001m, 33333.3333m, 99999.9999m];

    private static readonly decimal[] Hard =
    [
        decimal.MaxValue, decimal.MinValue, decimal.MaxValue / 2, 0.0000000000000000000000000001m, -0.0000000000000000000000000001m,
        0.3333333333333333333333333333m, 0.6666666666666666666666666667m, 0.8500000000000000000000000001m, 0.8499999999999999999999999999m,
        7.9228162514264337593543950335m, 9999999999999999999999999999m, 1234567890123456789.012345678m,
    ];

    /// <summary>Any number, of every size and sign.</summary>
    public static Gen<decimal> Any(Reach reach)
    {
        var small = from digits in Gen.Choose(-99999, 999999)
                    from scale in Gen.Choose(0, 4)
                    select new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale);
        var any = from low in Word
                  from middle in Word
                  from high in Word
                  from negative in Gen.Choose(0, 5)
                  from scale in Gen.Choose(0, 28)
                  select new decimal(low, middle, high, negative == 0, (byte)scale);
        return reach.HasAllDecimals
            ? Gen.Frequency((6, small), (3, Gen.Elements(Plain)), (2, Gen.Elements(Hard)), (2, any))
            : Gen.Frequency((6, small), (3, Gen.Elements(Plain)));
    }

    /// <summary>A whole to take ratios of: mostly above 0, sometimes missing, 0 or below.</summary>
    public static Gen<decimal?> Whole(Reach reach) => Gen.Frequency<decimal?>(
        (16, Any(reach).Select(n => (decimal?)(n == 0 ? 1m : Math.Abs(n)))),
        (1, Any(reach).Select(n => (decimal?)-Math.Abs(n))),
        (1, Gen.Elements<decimal?>(null, 0m)));

    /// <summary>A part that is a cut times the whole, or next to it.</summary>
    public static Gen<decimal?> Part(decimal? whole, decimal[] cuts, Reach reach) => Gen.Frequency<decimal?>(
        (12, from cut in Gen.Elements(cuts) from ulps in Gen.Elements(-1, 0, 0, 1) select (decimal?)Near(cut, whole ?? 1m, ulps, reach)),
        (4, Any(reach).Select(n => (decimal?)n)),
        (1, Gen.Elements<decimal?>(null, 0m)));

    /// <summary>
    /// An actual and its target, mostly all of it; or with a share of the target by which they lie where they lay, any share, or what is no share.
    /// </summary>
    public static Gen<(decimal? Actual, decimal? Target, int? Share, int? Of)> OfAShare(decimal? actual, decimal? target, Reach reach) => Gen.Frequency(
        (8, Gen.Constant((actual, target, (int?)null, (int?)null))),
        (5, from of in Gen.Elements(1, 7, 12, 31, 365)
            from share in Gen.Choose(1, of)
            select Math.Abs(actual ?? 0) < 1_000_000 && Math.Abs(target ?? 0) < 1_000_000 && Math.Max(actual?.Scale ?? 0, target?.Scale ?? 0) <= 16
                ? (actual * share, target * of, (int?)share, (int?)of)
                : (actual, target, null, null)),
        (2, from of in Gen.Elements([1, 7, 12, 31, 365, .. reach.HasAllDecimals ? new[] { int.MaxValue } : []])
            from share in Gen.Choose(1, of)
            select (actual, target, (int?)share, (int?)of)),
        (1, from share in Gen.Elements<int?>(null, -1, 0, 1, 32) from of in Gen.Elements<int?>(null, -1, 0, 1, 31) select (actual, target, share, of)));

    /// <summary>The product, so many units in the last place off, at the finest place that the reach has.</summary>
    public static decimal Near(decimal cut, decimal whole, int ulps, Reach reach)
    {
        var (c, w) = (Parts(cut), Parts(whole));
        var (mantissa, scale) = (c.Mantissa * w.Mantissa, c.Scale + w.Scale);
        var (finest, largest) = reach.HasAllDecimals ? (28, (BigInteger.One << 96) - 1) : (reach.Places, BigInteger.Pow(10, reach.Places + 10));
        while (scale < finest && BigInteger.Abs(mantissa) * 10 < largest)
            (mantissa, scale) = (mantissa * 10, scale + 1);

        while (scale > 0 && (scale > finest || BigInteger.Abs(mantissa) + 1 > largest))
            (mantissa, scale) = (mantissa / 10, scale - 1);

        return Made(mantissa + ulps, scale) ?? decimal.MaxValue;
    }

    private static Gen<int> Word => Gen.Choose(int.MinValue, int.MaxValue);

    public static decimal? Made(BigInteger mantissa, int scale)
    {
        var size = BigInteger.Abs(mantissa);
        return size >> 96 != 0 ? null
            : new decimal(
                (int)(uint)(size & uint.MaxValue), (int)(uint)((size >> 32) & uint.MaxValue), (int)(uint)(size >> 64), mantissa.Sign < 0, (byte)scale);
    }

    private static (BigInteger Mantissa, int Scale) Parts(decimal value)
    {
        var fraction = AccountRules.Reference.Fraction.Of(value);
        return (fraction.Numerator, value.Scale);
    }
}
