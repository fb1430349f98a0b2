using System.Globalization;

namespace AccountRules.Cultures.Tests;

/// <summary>What the platform itself says under a culture where nobody says which one: what each of the faults would look like.</summary>
internal static class Control
{
    public static IEnumerable<string> Lines(CultureInfo culture)
    {
        var day = new DateOnly(2026, 3, 1);
        yield return $"culture {culture.Name}";
        yield return $"date {day.ToString("yyyy-MM-dd", culture)}";
        yield return $"number {(-1234.5m).ToString("0.0", culture)}";
        yield return $"negative {(-2).ToString(culture)}";
        yield return $"upper {"kpi".ToUpper(culture)}";
        yield return $"order {string.Join(' ', new[] { "z", "ä", "B", "a" }.Order(StringComparer.Create(culture, ignoreCase: false)))}";
    }
}
