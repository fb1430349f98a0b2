using System.Globalization;

namespace AccountRules;

/// <summary>Numbers and dates in sentences: alike on every machine, and never rounded across a cut.</summary>
internal static class Texts
{
    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A ratio as a percentage; digits past the second decimal are cut off and marked, so 0.8500001 reads <c>85.00… %</c>, never 85 %.</summary>
    public static string Percent(decimal ratio) => Hundredfold(ratio) + " %";

    /// <summary>A difference of ratios in percentage points, cut off and marked like a percentage.</summary>
    public static string Points(decimal distance) => Hundredfold(distance) + (distance == 0.01m ? " point" : " points");

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Days(int days) => string.Create(CultureInfo.InvariantCulture, $"{days} {(days == 1 ? "day" : "days")}");

    public static string Measured(decimal value, Unit unit) => unit switch
    {
        Unit.Days => Days((int)value),
        Unit.Ratio => Percent(value),
        _ => Number(value),
    };

    private static string Hundredfold(decimal ratio)
    {
        if (Math.Abs(ratio) > 1_000_000_000_000m)
            return Number(Math.Truncate(ratio)) + "00";

        var cut = Math.Truncate(ratio * 10_000m) / 100;
        return cut / 100 == ratio ? Number(cut) : string.Create(CultureInfo.InvariantCulture, $"{(ratio < 0 && cut == 0 ? "-" : "")}{cut:0.00}…");
    }
}
