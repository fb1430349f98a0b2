using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"Every KPI is attained above 85%."</summary>
internal static class KpiAttainmentReading
{
    public static Expected Of(KpiResult result, DateOnly asOf, decimal above = 0.85m)
    {
        if (result.Period.Start > asOf)
            return Expected.NotBegun;

        if (result.Target is not ({ } target and > 0) || result.Actual is not { } actual)
            return Expected.Undetermined.In(result.Period, asOf);

        if (Fraction.ShareOf(Fraction.Of(target), result.TargetShare, result.TargetShareOf) is not { } due)
            return Expected.Undetermined.In(result.Period, asOf);

        var isMet = result.Direction == Direction.LowerIsBetter
            ? due > Fraction.Of(above) * Fraction.Of(actual)
            : Fraction.Of(actual) > Fraction.Of(above) * due;
        return new Expected(isMet ? Standing.Met : Standing.Missed, isMet ? "Met" : "Missed").In(result.Period, asOf);
    }
}
