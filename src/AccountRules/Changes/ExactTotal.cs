using System.Numerics;
using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>A sum of decimals without rounding: small ones are added up as decimals, which is exact while both they and the sum have few digits.</summary>
internal sealed class ExactTotal
{
    private const decimal Small = 1_000_000_000_000_000m;
    private BigInteger whole = BigInteger.Zero;
    private int places;
    private decimal rest;

    public void Add(decimal value)
    {
        if (value.Scale <= 10 && Math.Abs(value) < Small && Math.Abs(rest) < Small)
        {
            rest += value;
            return;
        }

        AddWhole(rest);
        rest = value.Scale <= 10 && Math.Abs(value) < Small ? value : 0;
        if (rest != value)
            AddWhole(value);
    }

    /// <summary>The sum as a whole number of units, and how many places the unit has.</summary>
    public (BigInteger Units, int Places) Units
    {
        get
        {
            AddWhole(rest);
            rest = 0;
            return (whole, places);
        }
    }

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">No decimal holds it.</exception>
    public decimal Value => Of(Units.Units, places);

    /// <summary>A whole number of units as a decimal with all its places.</summary>
    public static decimal Of(BigInteger units, int places) => Exact.Value(units, places) is { } value
        ? Exact.WithPlaces(value, places)
        : throw new OverflowException("The payable amounts add up to a number with more digits than a decimal holds: take in fewer of them.");

    private void AddWhole(decimal value)
    {
        if (value.Scale > places)
            (whole, places) = (whole * BigInteger.Pow(10, value.Scale - places), value.Scale);

        whole += DecimalBits.Of(value).Mantissa * BigInteger.Pow(10, places - value.Scale);
    }
}
