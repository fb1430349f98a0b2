using AccountRules.Wording;

namespace AccountRules;

/// <summary>How a payable amount comes about, step by step: one exact product, kept within bounds and rounded once. Immutable; equal by value.</summary>
public sealed record PayCalculation
{
    /// <summary>The amount that is committed for 100 % of the whole period.</summary>
    public required decimal Committed { get; init; }

    /// <summary>The share of it that is due, such as the 16 of 16 of 31 days; 1 of 1 where it is all of it.</summary>
    public required int Share { get; init; }

    /// <summary>What <see cref="Share"/> is a part of; above 0.</summary>
    public required int ShareOf { get; init; }

    /// <summary>
    /// The factor, 1 being 100 %: of the band, or of the fact's place on its line, or of all bands up to it in a marginal table; cut after its last digit that
    /// fits where it has no end.
    /// </summary>
    public required decimal Factor { get; init; }

    /// <summary>Committed amount, share and factor multiplied, before bounds and rounding; cut after its last digit that fits where it has no end.</summary>
    public required decimal Product { get; init; }

    /// <summary>How it is paid: bounds, places, increment and rounding.</summary>
    public required PaySettings Settings { get; init; }

    /// <summary>The currency of all amounts; <c>null</c> where neither the fact nor the policy names one.</summary>
    public string? Currency { get; init; }

    /// <summary>For want of what nothing is paid, such as the name of a KPI that has not reached its floor; <c>null</c> where that is not so.</summary>
    public string? WithheldFor { get; init; }

    /// <summary>What is paid.</summary>
    public required decimal Payable { get; init; }

    /// <summary>
    /// One line for people: <c>1000.00 × 16/31 × 110 % = 567.7419…, rounded to 2 places, halves away from zero: 567.74</c>; with the currency, where there
    /// is one.
    /// </summary>
    public override string ToString()
    {
        var share = Share == ShareOf ? "" : Message.Of($" × {Share}/{ShareOf}");
        var product = $"{Texts.Money(Committed, Settings.Decimals)}{share} × {Texts.Percent(Factor)} = ";
        if (WithheldFor is not null)
            return product + Message.Of($"{Cut(Product)}; nothing is paid for want of {Visible.Text(WithheldFor)}: {Paid}");

        if (Product == Payable)
            return product + Paid;

        var bounded = Factor > 0 && Product < Settings.AtLeast ? Message.Of($", at least {Texts.Money(Settings.AtLeast.Value, Settings.Decimals)}")
            : Product > Settings.AtMost ? Message.Of($", at most {Texts.Money(Settings.AtMost.Value, Settings.Decimals)}") : "";
        if (bounded.Length > 0 && (Payable == Settings.AtLeast || Payable == Settings.AtMost))
            return $"{product}{Cut(Product)}{bounded}: {Paid}";

        var to = Settings.Increment is { } step ? Message.Of($"whole multiples of {Texts.Number(step)}") : Message.Of($"{Settings.Decimals} places");
        return product + Message.Of($"{Cut(Product)}{bounded}, rounded to {to}, {Way}: {Paid}");
    }

    private string Paid => $"{Texts.Money(Payable, Settings.Decimals)}{(Currency is null ? "" : $" {Visible.Text(Currency)}")}";

    private string Way => Settings.Rounding switch
    {
        MidpointRounding.AwayFromZero => Message.Text("halves away from zero"),
        MidpointRounding.ToEven => Message.Text("halves to the even digit"),
        MidpointRounding.ToPositiveInfinity => Message.Text("up"),
        MidpointRounding.ToNegativeInfinity => Message.Text("down"),
        _ => Message.Text("towards zero"),
    };

    /// <summary>Two places more than are paid; the rest is cut off and marked.</summary>
    private string Cut(decimal product)
    {
        var places = Math.Min(28, Settings.Decimals + 2);
        var shown = decimal.Round(product, places, MidpointRounding.ToZero);
        return shown == product ? Texts.Money(shown, Settings.Decimals) : $"{Texts.Money(shown, places)}…";
    }
}
