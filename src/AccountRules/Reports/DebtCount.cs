using System.Numerics;
using AccountRules.Numbers;

namespace AccountRules.Reports;

/// <summary>What is open in one band.</summary>
internal struct DebtCount
{
    private long count;
    private long withoutAmount;
    private BigInteger sum;
    private int places;

    public void Add(decimal? amount)
    {
        count++;
        if (amount is { } money)
            AddMoney(DecimalBits.Of(money).Mantissa, money.Scale);
        else
            withoutAmount++;
    }

    public void Add(in DebtCount other)
    {
        (count, withoutAmount) = (count + other.count, withoutAmount + other.withoutAmount);
        AddMoney(other.sum, other.places);
    }

    public readonly DebtBand Of(string band, string? currency) => new()
    {
        Band = band,
        Currency = currency,
        Count = count,
        Amount = Exact.Value(sum, places) is { } total ? Exact.WithPlaces(total, places) : null,
        WithoutAmount = withoutAmount,
    };

    private void AddMoney(BigInteger mantissa, int scale)
    {
        if (scale > places)
            (sum, places) = (sum * BigInteger.Pow(10, scale - places), scale);

        sum += mantissa * BigInteger.Pow(10, places - scale);
    }
}
