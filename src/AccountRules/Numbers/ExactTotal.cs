using System.Numerics;

namespace AccountRules.Numbers;

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

    /// <summary>Takes in a whole number of units, of so many places.</summary>
    public void Add(BigInteger units, int ofPlaces) => AddWhole(units, ofPlaces);

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

    /// <summary>What the first is more than the second; a sum of nothing is <c>null</c>.</summary>
    public static decimal Difference(ExactTotal? first, ExactTotal? second)
    {
        var ((one, onePlaces), (other, otherPlaces)) = (first?.Units ?? default, second?.Units ?? default);
        var more = Math.Max(onePlaces, otherPlaces);
        return Of(one * BigInteger.Pow(10, more - onePlaces) - other * BigInteger.Pow(10, more - otherPlaces), more);
    }

    /// <summary>Takes another sum into the first; a sum of nothing is <c>null</c>.</summary>
    public static ExactTotal? Sum(ExactTotal? into, ExactTotal? other)
    {
        if (other is null)
            return into;

        var sum = into ?? new();
        sum.AddWhole(other.whole, other.places);
        sum.Add(other.rest);
        return sum;
    }

    /// <summary>A whole number of units as a decimal with all its places.</summary>
    public static decimal Of(BigInteger units, int places) => Exact.Value(units, places) is { } value
        ? Exact.WithPlaces(value, places)
        : throw new OverflowException("The payable amounts add up to a number with more digits than a decimal holds: take in fewer of them.");

    private void AddWhole(decimal value) => AddWhole(DecimalBits.Of(value).Mantissa, value.Scale);

    private void AddWhole(BigInteger units, int ofPlaces)
    {
        if (ofPlaces > places)
            (whole, places) = (whole * BigInteger.Pow(10, ofPlaces - places), ofPlaces);

        whole += units * BigInteger.Pow(10, places - ofPlaces);
    }
}
