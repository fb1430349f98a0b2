using AccountRules.Numbers;

namespace AccountRules;

/// <summary>How a tier pays: its kind of table, bounds, rounding and currency. Immutable; equal by value.</summary>
public sealed record PaySettings
{
    /// <summary>What the factor of a band applies to: the whole amount unless given.</summary>
    public PayTableKind Kind { get; init; }

    /// <summary>To how many places the payable amount is rounded, once: from 0 to 28; 2 unless given.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>How it is rounded; halves away from zero unless given.</summary>
    public MidpointRounding Rounding { get; init; } = MidpointRounding.AwayFromZero;

    /// <summary>
    /// The payable amount is rounded to a whole multiple of this, such as 0.05; above 0, with at most <see cref="Decimals"/> places. <c>null</c>, the default,
    /// is the last place.
    /// </summary>
    public decimal? Increment { get; init; }

    /// <summary>
    /// The least that is paid where anything is, before it is rounded: not in a band that pays 0, and not where pay is withheld. 0 or more; the amount of a
    /// fact, whatever its share. <c>null</c> for none.
    /// </summary>
    public decimal? AtLeast { get; init; }

    /// <summary>
    /// The most that is paid, before it is rounded: no less than <see cref="AtLeast"/>. The amount of a fact, whatever its share. <c>null</c> for none.
    /// </summary>
    public decimal? AtMost { get; init; }

    /// <summary>
    /// The currency of all that is paid, such as <c>EUR</c>: a fact of another is <see cref="Cause.OtherCurrency"/>, and one that names none is of this one.
    /// <c>null</c> where it is the fact's own, or none is named.
    /// </summary>
    public string? Currency { get; init; }

    /// <summary>The bounds, rounded as pay is.</summary>
    internal decimal? RoundedLeast => Rounded(AtLeast);

    /// <inheritdoc cref="RoundedLeast"/>
    internal decimal? RoundedMost => Rounded(AtMost);

    private decimal? Rounded(decimal? bound) => bound is { } value ? Exact.RoundedProduct(value, 1, Decimals, Rounding, increment: Increment) : null;

    /// <summary>Refuses what no pay can be.</summary>
    internal PaySettings Checked(string argument) =>
        Decimals is < 0 or > 28 ? throw new ArgumentOutOfRangeException(argument, Decimals, "Pay is rounded to 0 to 28 places.")
        : !Enum.IsDefined(Rounding) ? throw new ArgumentOutOfRangeException(
            argument, Rounding, "Pay is rounded by one of the ways that MidpointRounding has.")
        : !Enum.IsDefined(Kind) ? throw new ArgumentOutOfRangeException(argument, Kind, "A pay table is marginal, or of whole amounts.")
        : Increment is { } increment && (increment <= 0 || !Fits(increment, Decimals)) ? throw new ArgumentOutOfRangeException(
            argument, Increment, $"An increment is above 0 and has at most the {Decimals} places that pay is rounded to.")
        : AtLeast < 0 || AtMost < 0 || AtMost < AtLeast ? throw new ArgumentOutOfRangeException(
            argument, AtMost, $"Pay is at least {AtLeast ?? 0} and at most {AtMost}: give bounds of 0 or more, the lower one first.")
        : Currency is { } currency && string.IsNullOrWhiteSpace(currency) ? throw new ArgumentException(
            "The currency has no name: give it one, such as EUR, or leave it out.", argument)
        : this;

    /// <summary>Whether an increment has no more places than the amount.</summary>
    internal static bool Fits(decimal increment, int decimals) => Exact.Trimmed(increment).Scale <= decimals;
}
