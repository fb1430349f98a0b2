using System.Globalization;

namespace AccountRules.Tests.Rules;

/// <summary>Short ways to write facts down.</summary>
internal static class Dated
{
    /// <summary>Day 0 of most cases; 90 days later is 2026-05-31.</summary>
    public static DateOnly Start { get; } = new(2026, 3, 2);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNone(string? text) => text is null ? null : Day(text);

    public static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    public static decimal? NumberOrNone(string? text) => text is null ? null : Number(text);
}
