namespace AccountRules;

/// <summary>The distances of a value to the cuts around its band.</summary>
internal static class Margins
{
    public static Margin? Above(Assessment assessment) => To(assessment, isUpward: true);

    public static Margin? Below(Assessment assessment) => To(assessment, isUpward: false);

    private static Margin? To(Assessment assessment, bool isUpward)
    {
        // What several versions judge day by day has the bands of each.
        if (assessment.Rule.IsVersioned || assessment is not { Value: { } value, Unit: { } unit }
            || assessment.Rule.PlaceOf(assessment.Verdict.Grade) is not var (scale, band))
        {
            return null;
        }

        var upper = isUpward ? band + 1 : band;
        if (upper >= scale.Count || scale[upper].Cut is not { } cut)
            return null;

        // A band of days from day 76 on begins after the last day of the band below, 75; one above 5 full years begins with 6 of them.
        var at = (unit, cut.Edge) switch
        {
            (Unit.Days, Edge.From) => cut.At - 1,
            (Unit.Months or Unit.Years, Edge.Above) => Math.Floor(cut.At) + 1,
            _ => cut.At,
        };
        return Distance(value, at) is { } distance
            ? new(distance, unit, cut, scale[isUpward ? upper : band - 1].Name, isUpward)
            {
                ActualToCut = assessment.Rule.ActualToCut(assessment.Judged, cut.At),
                IsOfWorkingDays = assessment.Rule.CountsWorkingDays,
                UnitName = assessment.Rule.UnitName,
                Currency = assessment.Rule.IsOfMoney && unit is Unit.Amount or Unit.Ratio ? assessment.Currency : null,
            }
            : null;
    }

    private static decimal? Distance(decimal value, decimal at)
    {
        // Two huge numbers of different signs: the distance does not fit a decimal.
        if (Math.Sign(value) != Math.Sign(at) && Math.Abs(value) > decimal.MaxValue - Math.Abs(at))
            return null;

        return Math.Abs(value - at);
    }
}
