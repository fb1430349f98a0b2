using System.Globalization;

namespace AccountRules.Testing;

/// <summary>Numbers, dates and margins in messages.</summary>
internal static class Words
{
    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How far the value is from the nearer cut: <c>; 84 % is 1 point below 85 %</c>. Empty where the rule has no scale.</summary>
    public static string Margin(Assessment assessment)
    {
        if (assessment.Value is not { } value || Nearer(assessment.ToBandAbove, assessment.ToBandBelow) is not { } margin)
            return "";

        var (cut, edge) = (Measured(margin.Cut.At, margin), margin.Cut.Edge == Edge.Above ? "above" : "from");
        var distance = margin.Unit is Unit.Ratio or Unit.Amount ? Math.Abs(value - margin.Cut.At) : Math.Abs(value - decimal.Floor(margin.Cut.At));
        return distance == 0
            ? $" {Measured(value, margin)} is the cut itself: {Upper(assessment, margin)} is {edge} it."
            : $" {Measured(value, margin)} is {Distance(distance, margin)} {(value < margin.Cut.At ? "below" : "above")} "
                + $"the cut: {Upper(assessment, margin)} is {edge} {cut}.";
    }

    private static Margin? Nearer(Margin? above, Margin? below) => above is { } a && below is { } b ? (a.Distance <= b.Distance ? a : b) : above ?? below;

    private static string? Upper(Assessment assessment, Margin margin) => margin.IsUpward ? margin.Band : assessment.Band;

    private static string Distance(decimal distance, Margin margin) => margin.Unit switch
    {
        Unit.Ratio when distance < 10_000 => $"{Number(distance * 100)} point{(distance == 0.01m ? "" : "s")}",
        Unit.Ratio => Number(distance),
        _ => Measured(distance, margin),
    };

    private static string Measured(decimal value, Margin margin) => margin.Unit switch
    {
        Unit.Ratio when Math.Abs(value) < 10_000 => $"{Number(value * 100)} %",
        Unit.Ratio => Number(value),
        Unit.Amount => Language.English.Measured(value, Unit.Amount, margin.UnitName),
        var unit => $"{Number(value)} {Whole(unit, value)}",
    };

    private static string Whole(Unit unit, decimal value) =>
        unit.ToString().ToLowerInvariant() is var name && value is 1 or -1 ? name.TrimEnd('s') : name;
}
