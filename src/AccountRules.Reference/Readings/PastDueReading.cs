namespace AccountRules.Reference;

/// <summary>
/// "Past due is days after the due date, negative before it; day 0 is the due date itself, which is in time. The fact's own date prescribes; where it has none,
/// its start plus a number of days. Done: up to 0 Met, above Late. Open: OnTrack; AtRisk within atRiskDays of the due date, the due date included; above 0
/// Overdue."
/// </summary>
internal static class PastDueReading
{
    public static Expected Of(DateOnly? start, DateOnly? own, DateOnly? done, DateOnly asOf, int? withinDays, int atRiskDays,
        IEnumerable<LevelTerms> levels, DayReading? counted = null)
    {
        var today = asOf.DayNumber;
        if (start?.DayNumber > today)
            return Expected.NotBegun;

        if ((own ?? start) is not { } from || (own is null && withinDays is null))
            return Expected.Undetermined;

        var within = own is null ? withinDays!.Value : 0;

        if (done is { } day && day.DayNumber <= today)
        {
            if (start?.DayNumber > day.DayNumber)
                return Expected.Undetermined;

            return (counted ?? DayReading.Plain).After(from, within, day) is not { } late ? Expected.Undetermined
                : new Expected(late > 0 ? Standing.Late : Standing.Met, BandOf(late), Days: late).At(late, levels);
        }

        return (counted ?? DayReading.Plain).After(from, within, asOf) is not { } past ? Expected.Undetermined
            : new Expected(past > 0 ? Standing.Overdue : -past <= atRiskDays ? Standing.AtRisk : Standing.OnTrack, BandOf(past), Days: past).At(past, levels);

        string BandOf(int days) => days > 0 ? "PastDue" : -days <= atRiskDays ? "DueSoon" : "InTime";
    }
}
