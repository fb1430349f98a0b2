using System.Globalization;

namespace AccountRules.Wording;

/// <summary>Numbers and dates in sentences: alike on every machine, and never rounded across a cut.</summary>
internal static class Texts
{
    /// <summary>Ten times the target: no threshold and no factor of an honest policy is above it, so that what is above it is a percentage.</summary>
    public const int LargestRatio = 10;

    /// <summary>What to write in the place of a percentage, after what is allowed.</summary>
    public static string AsRatio(decimal percentage) => $"; write {Number(percentage)} % as {Number(percentage / 100)}";

    public static Phrase Number(decimal value) => Phrase.Number(value);

    /// <summary>An amount of money with at least as many places as money is rounded to: 740.70, and 33.3375 as it is.</summary>
    public static Phrase Money(decimal value, int places) => Phrase.Money(value, places);

    /// <summary>A number with the places that it has; one without an end is cut off and marked like a percentage.</summary>
    public static string AsWritten(decimal value)
    {
        var written = value.Scale <= 10
            ? value.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Truncate(value * 100) / 100:0.00}…");
        return Language.Spoken?.Digits(written) ?? written;
    }

    /// <summary>A ratio as a percentage; digits past the second decimal are cut off and marked, so 0.8500001 reads <c>85.00… %</c>, never 85 %.</summary>
    public static Phrase Percent(decimal ratio) => Phrase.Hundredfold(ratio, " %");

    /// <summary>A difference of ratios in percentage points, cut off and marked like a percentage.</summary>
    public static Phrase Points(decimal distance) => Phrase.Hundredfold(distance, distance == 0.01m ? " point" : " points");

    public static Phrase Date(DateOnly date) => Phrase.Date(date);

    public static CountPhrase Days(int days) => Phrase.Count(days, " day", " days");

    public static CountPhrase WorkingDays(int days) => Phrase.Count(days, " working day", " working days");

    /// <summary>Names in a sentence: the first three, and how many more.</summary>
    public static string Listed(IReadOnlyList<string> names) => names.Count switch
    {
        0 => Message.Text("nothing"),
        1 => names[0],
        <= 3 => Message.Of($"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}"),
        _ => Message.Of($"{string.Join(", ", names.Take(3))} and {names.Count - 3} more"),
    };

    public static Phrase Measured(decimal value, Unit unit, UnitName? name) => unit switch
    {
        Unit.Days => Days((int)value),
        Unit.Months => Phrase.Count(value, " month", " months"),
        Unit.Years => Phrase.Count(value, " year", " years"),
        Unit.Ratio => Percent(value),
        _ => name?.Of(value) ?? Number(value),
    };
}
