using System.Numerics;
using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>Fractions as decimals that add up to their sum to the last digit.</summary>
internal static class Fractions
{
    /// <summary>How many places more than what is paid a share has that has no end, where a decimal holds as many.</summary>
    private const int More = 6;

    /// <summary>What each clause gets: a share of units, divided by the number of orders.</summary>
    public static IReadOnlyList<ClauseImpact> Parts(IReadOnlyList<string> names, BigInteger[] shares, BigInteger orders, int places)
    {
        var most = shares.Max(BigInteger.Abs) / orders + 1;
        var more = Math.Min(28, places + More) - places;
        while (more > 0 && (most * BigInteger.Pow(10, more)) >> 96 != 0)
            more--;

        var (unit, parts) = (BigInteger.Pow(10, more), new BigInteger[shares.Length]);
        var rests = new BigInteger[shares.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            parts[i] = BigInteger.DivRem(shares[i] * unit, orders, out rests[i]);
            if (rests[i].Sign < 0)
                (parts[i], rests[i]) = (parts[i] - 1, rests[i] + orders);
        }

        // What was cut off is a whole number of last digits: they go to those of whom most was cut off.
        var missing = (int)(rests.Aggregate(BigInteger.Zero, (sum, rest) => sum + rest) / orders);
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => rests[i]).Take(missing))
            parts[i]++;

        return [.. names.Select((name, i) => new ClauseImpact(name, Trimmed(parts[i], places, more), Text(shares[i], orders * BigInteger.Pow(10, places))))];
    }

    /// <summary>A number with as many places as it needs, and at least those of what is paid.</summary>
    private static decimal Trimmed(BigInteger units, int places, int more)
    {
        while (more > 0 && BigInteger.Remainder(units, 10).IsZero)
            (units, more) = (units / 10, more - 1);

        return ExactTotal.Of(units, places + more);
    }

    private static string Text(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / common, denominator / common);
        return denominator.IsOne ? numerator.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{numerator}/{denominator}");
    }
}
