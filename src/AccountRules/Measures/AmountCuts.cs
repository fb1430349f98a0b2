using System.Numerics;
using AccountRules.Numbers;

namespace AccountRules.Measures;

/// <summary>
/// The cuts of an amount as whole numbers: at a given number of places an amount is past a cut exactly when its digits are above a whole number. Exact for
/// all decimals.
/// </summary>
internal sealed class AmountCuts(params Cut[] cuts)
{
    private readonly long[]?[] limits = new long[]?[29];

    /// <summary>Of how many bands the amount is above the cut.</summary>
    public int Past(decimal amount)
    {
        var bits = DecimalBits.Of(amount);
        // Quicker where 64 bits suffice.
        return bits.High == 0 && bits.Low <= long.MaxValue ? Past(bits.IsNegative ? -(long)bits.Low : (long)bits.Low, Limits(bits.Scale)) : PastAny(amount);
    }

    /// <summary>
    /// For an amount of a number of places, 0 to 28: what its digits must be above, cut by cut. An amount never has the digits <c>long.MinValue</c>.
    /// </summary>
    public long[] Limits(int places) => limits[places] ??= LimitsAt(places);

    private long[] LimitsAt(int places) => Array.ConvertAll(cuts, cut => Limit(cut, places));

    private static int Past(long digits, long[] limits)
    {
        var past = 0;
        foreach (var limit in limits)
            past += Exact.One(digits > limit);

        return past;
    }

    private int PastAny(decimal amount)
    {
        var past = 0;
        while (past < cuts.Length && (amount > cuts[past].At || (amount == cuts[past].At && cuts[past].Edge == Edge.From)))
            past++;

        return past;
    }

    private static long Limit(Cut cut, int places)
    {
        var (numerator, denominator) = Exact.Fraction(cut.At);
        var floor = BigInteger.DivRem(numerator * BigInteger.Pow(10, places), denominator, out var rest);
        if (rest.Sign < 0)
            floor -= 1;

        return (long)BigInteger.Clamp(cut.Edge == Edge.From && rest.IsZero ? floor - 1 : floor, long.MinValue, long.MaxValue);
    }
}
