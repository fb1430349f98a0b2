using System.Globalization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>How a payable amount comes about, step by step: one exact product, rounded once. Immutable; equal by value.</summary>
public sealed record PayCalculation
{
    /// <summary>The amount that is committed for 100 % of the whole period.</summary>
    public required decimal Committed { get; init; }

    /// <summary>The share of it that is due, such as the 16 of 16 of 31 days; 1 of 1 where it is all of it.</summary>
    public required int Share { get; init; }

    /// <summary>What <see cref="Share"/> is a part of; above 0.</summary>
    public required int ShareOf { get; init; }

    /// <summary>The band's factor, 1 being 100 %.</summary>
    public required decimal Factor { get; init; }

    /// <summary>Committed amount, share and factor multiplied, before it is rounded; cut after its last digit that fits where it has no end.</summary>
    public required decimal Product { get; init; }

    /// <summary>To how many places it is rounded.</summary>
    public required int Decimals { get; init; }

    /// <summary>The whole multiples to which it is rounded, such as 0.05; <c>null</c> for the last place.</summary>
    public decimal? Increment { get; init; }

    /// <summary>How it is rounded.</summary>
    public required MidpointRounding Rounding { get; init; }

    /// <summary>What is paid.</summary>
    public required decimal Payable { get; init; }

    /// <summary>One line for people: <c>1000.00 × 16/31 × 110 % = 567.7419…, rounded to 2 places, halves away from zero: 567.74</c>.</summary>
    public override string ToString()
    {
        var share = Share == ShareOf ? "" : string.Create(CultureInfo.InvariantCulture, $" × {Share}/{ShareOf}");
        var product = $"{Texts.Money(Committed, Decimals)}{share} × {Texts.Percent(Factor)} = ";
        if (Product == Payable)
            return product + Texts.Money(Payable, Decimals);

        var to = Increment is { } step ? $"whole multiples of {Texts.Number(step)}" : string.Create(CultureInfo.InvariantCulture, $"{Decimals} places");
        return $"{product}{Cut(Product)}, rounded to {to}, {Way}: {Texts.Money(Payable, Decimals)}";
    }

    private string Way => Rounding switch
    {
        MidpointRounding.AwayFromZero => "halves away from zero",
        MidpointRounding.ToEven => "halves to the even digit",
        MidpointRounding.ToPositiveInfinity => "up",
        MidpointRounding.ToNegativeInfinity => "down",
        _ => "towards zero",
    };

    /// <summary>Two places more than are paid; the rest is cut off and marked.</summary>
    private string Cut(decimal product)
    {
        var places = Math.Min(28, Decimals + 2);
        var shown = decimal.Round(product, places, MidpointRounding.ToZero);
        return shown == product ? Texts.Money(shown, Decimals) : $"{Texts.Money(shown, places)}…";
    }
}
