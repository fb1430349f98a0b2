using System.Numerics;
using System.Runtime.CompilerServices;
using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>What a factor, rounded in one way, makes of amounts that are whole numbers of one unit, in whole numbers of another.</summary>
internal readonly struct PayRate
{
    /// <summary>Pay below this can be added up for as many rows as are taken at once, and be multiplied by 20, in 64 bits.</summary>
    private const long Most = 1L << 50;

    private readonly long times, by, step;
    private readonly MidpointRounding rounding;
    private readonly (decimal Factor, int Decimals, decimal? Increment, int AmountPlaces, int PayPlaces) exact;

    /// <summary>Makes a rate.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="decimals">To how many places the product is rounded.</param>
    /// <param name="rounding">How it is rounded.</param>
    /// <param name="increment">To a whole multiple of what it is rounded, if to any.</param>
    /// <param name="amountPlaces">How many places amounts have.</param>
    /// <param name="payPlaces">How many places pay has: no fewer than it is rounded to.</param>
    public PayRate(decimal factor, int decimals, MidpointRounding rounding, decimal? increment, int amountPlaces, int payPlaces)
    {
        (exact, this.rounding) = ((factor, decimals, increment, amountPlaces, payPlaces), rounding);
        var (top, bottom) = Exact.Fraction(factor);
        var (stepTop, stepBottom) = Exact.Fraction(increment ?? Exact.Unit(decimals));
        (top, bottom) = (top * stepBottom, bottom * stepTop * BigInteger.Pow(10, amountPlaces));
        var (common, units) = (BigInteger.GreatestCommonDivisor(top, bottom), stepTop * BigInteger.Pow(10, payPlaces) / stepBottom);
        (top, bottom) = (top / common, bottom / common);
        if (top.Sign < 0 || BigInteger.Max(BigInteger.Max(top, bottom), units) > Most)
            return;

        (times, by, step) = ((long)top, (long)bottom, (long)units);
        Limit = top.IsZero ? Most : (long)BigInteger.Min(long.MaxValue / top, (BigInteger)(Most - step) * bottom / (top * units));
    }

    /// <summary>The largest amount that <see cref="Of"/> takes.</summary>
    public long Limit { get; } = -1;

    /// <summary>What is paid of an amount from 0 up to the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Of(long amount)
    {
        var product = amount * times;
        if (by == 1)
            return product * step;

        var whole = (long)((ulong)product / (ulong)by);
        var twice = (product - whole * by) * 2;
        var isAway = rounding == MidpointRounding.AwayFromZero ? twice >= by
            : Exact.IsAway(rounding, twice.CompareTo(by), (whole & 1) != 0, twice > 0 ? 1 : 0);
        return (whole + Exact.One(isAway)) * step;
    }

    /// <summary>The same of any amount.</summary>
    /// <exception cref="OverflowException">No decimal holds it.</exception>
    public decimal WideOf(long amount) => Exact.RoundedProduct(
        Exact.Value(amount, exact.AmountPlaces)!.Value, exact.Factor, exact.Decimals, rounding, increment: exact.Increment)
        ?? throw new OverflowException($"An amount of {amount} in the last of {exact.AmountPlaces} places is paid more than a decimal holds.");

    /// <summary>A decimal in units of pay.</summary>
    public BigInteger Units(decimal pay) => Exact.Fraction(pay) is var (top, bottom) ? top * BigInteger.Pow(10, exact.PayPlaces) / bottom : default;
}
