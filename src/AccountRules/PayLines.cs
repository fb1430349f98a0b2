using AccountRules.Numbers;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>Which line the factor of each band of a scale goes along.</summary>
internal static class PayLines
{
    /// <summary>A value above this is <see cref="Cause.TooLarge"/> where the highest band pays without end.</summary>
    public const decimal MostValue = 1_000_000_000_000m;

    /// <summary>The lines, one for each band; <c>null</c> where a band has one factor.</summary>
    /// <param name="scale">The bands.</param>
    /// <param name="kind">What their factors apply to.</param>
    /// <exception cref="ArgumentException">A line has no end or no beginning, or falls; or the parts of a marginal table cannot be added up.</exception>
    public static FactorLine?[] Of(Scale scale, PayTableKind kind) =>
        kind == PayTableKind.Marginal ? Marginal(scale) : [.. scale.Select((_, i) => LineOf(scale, i))];

    private static FactorLine? LineOf(Scale scale, int band) => scale[band] is not { Factor: { } from, FactorTo: { } to } b ? null
        : b.Cut is not { } cut ? throw Wrong(
            $"Band `{b.Name}` pays along a line and begins nowhere: give it a cut, such as Band.From(0, …), above a lowest band.")
        : band + 1 == scale.Count ? throw Wrong($"Band `{b.Name}` pays along a line and is the highest, so that the line has no end: add a band above it.")
        : to < from ? throw Wrong($"Band `{b.Name}` pays from {Texts.Percent(from)} to {Texts.Percent(to)}: a line does not fall.")
        : to == from ? null
        : new(from, cut.At, to - from, Length(scale, band));

    private static FactorLine?[] Marginal(Scale scale)
    {
        var (lines, sum) = (new FactorLine?[scale.Count], 0m);
        for (var i = 0; i < scale.Count; i++)
        {
            var band = scale[i];
            if (band.FactorTo is not null)
                throw Wrong($"Band `{band.Name}` pays along a line in a marginal table: give it one factor, which applies to what lies in the band.");

            if (band.Cut?.At < 0)
                throw Wrong($"Band `{band.Name}` begins at {band.Cut} in a marginal table, which counts from 0: give it a cut of 0 or more.");

            var factor = band.Factor ?? 0;
            if (factor < 0)
                throw Wrong($"Band `{band.Name}` pays {Texts.Percent(factor)} in a marginal table: give it a factor of 0 or more.");

            lines[i] = new(sum, band.Cut?.At ?? 0, factor, 1) { IsCutBelow = band.Cut is null };
            if (i + 1 < scale.Count)
                sum = Sum(sum, factor, Length(scale, i), band);
        }

        return lines;
    }

    private static decimal Length(Scale scale, int band) => scale[band + 1].Cut!.Value.At - (scale[band].Cut?.At ?? 0);

    private static decimal Sum(decimal sum, decimal factor, decimal length, Band band)
    {
        var ((s, sUnit), (part, unit)) = (Exact.Fraction(sum), Exact.Product(factor, length));
        var (all, allUnit) = (s * unit + part * sUnit, sUnit * unit);
        return Exact.Quotient(all, allUnit) is { } value && Exact.Fraction(value) is var (digits, places) && digits * allUnit == all * places
            ? value
            : throw Wrong($"What a marginal table pays up to the end of band `{band.Name}` has more digits than a decimal: give its cuts and factors fewer.");
    }

    private static ArgumentException Wrong(string message) => new(message);
}
