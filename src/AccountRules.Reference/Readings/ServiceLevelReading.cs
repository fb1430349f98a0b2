using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "Measured against agreed: Met from 1 (where lower is better: measured at most agreed), else Missed; AtRisk while the period runs and the value is less than
/// `nearMargin` above."
/// </summary>
internal static class ServiceLevelReading
{
    public static Expected Of(ServiceLevel level, DateOnly asOf, decimal nearMargin)
    {
        if (level.Period.Start > asOf)
            return Expected.NotBegun;

        if (level.Agreed is not ({ } agreed and > 0) || level.Measured is not { } measured)
            return Expected.Undetermined.In(level.Period, asOf);

        var isLowerBetter = level.Direction == Direction.LowerIsBetter;
        var (better, worse) = isLowerBetter ? (Fraction.Of(agreed), Fraction.Of(measured)) : (Fraction.Of(measured), Fraction.Of(agreed));
        if (isLowerBetter ? measured > agreed : measured < agreed)
            return new Expected(Standing.Missed, "Below").In(level.Period, asOf);

        var margin = Fraction.Of(nearMargin);
        var isNear = better < new Fraction(margin.Numerator + margin.Denominator, margin.Denominator) * worse;
        var runs = asOf <= level.Period.End;
        return new Expected(isNear && runs ? Standing.AtRisk : Standing.Met, isNear ? "Near" : "Clear").In(level.Period, asOf);
    }
}
