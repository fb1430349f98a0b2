using System.Globalization;

namespace AccountRules.Wording;

/// <summary>Numbers and dates in sentences: alike on every machine, and never rounded across a cut.</summary>
internal static class Texts
{
    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>An amount of money with at least as many places as money is rounded to: 740.70, and 33.3375 as it is.</summary>
    public static string Money(decimal value, int places) =>
        value.ToString($"0.{new string('0', places)}{new string('#', 28 - places)}", CultureInfo.InvariantCulture);

    /// <summary>A number with the places that it has; one without an end is cut off and marked like a percentage.</summary>
    public static string AsWritten(decimal value) => value.Scale <= 10
        ? value.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Truncate(value * 100) / 100:0.00}…");

    /// <summary>A ratio as a percentage; digits past the second decimal are cut off and marked, so 0.8500001 reads <c>85.00… %</c>, never 85 %.</summary>
    public static string Percent(decimal ratio) => Hundredfold(ratio) + " %";

    /// <summary>A difference of ratios in percentage points, cut off and marked like a percentage.</summary>
    public static string Points(decimal distance) => Hundredfold(distance) + (distance == 0.01m ? " point" : " points");

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Days(int days) => string.Create(CultureInfo.InvariantCulture, $"{days} {(days == 1 ? "day" : "days")}");

    /// <summary>Names in a sentence: the first three, and how many more.</summary>
    public static string Listed(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "nothing",
        1 => names[0],
        <= 3 => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more"),
    };

    private static string Count(decimal value, string unit) => $"{Number(value)} {unit}{(value == 1 ? "" : "s")}";

    public static string Measured(decimal value, Unit unit) => unit switch
    {
        Unit.Days => Days((int)value),
        Unit.Months => Count(value, "month"),
        Unit.Years => Count(value, "year"),
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
