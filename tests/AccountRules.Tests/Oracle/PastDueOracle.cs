namespace AccountRules.Tests.Oracle;

/// <summary>
/// "Past due is days after the due date, negative before it; day 0 is the due date itself, which is in time. The fact's own date prescribes; where it has none,
/// its start plus a number of days. Done: up to 0 Met, above Late. Open: OnTrack; AtRisk within atRiskDays of the due date, the due date included; above 0
/// Overdue."
/// </summary>
internal static class PastDueOracle
{
    public static Expected Of(DateOnly? start, DateOnly? own, DateOnly? done, DateOnly asOf, int? withinDays, int atRiskDays,
        IEnumerable<LevelTerms> levels)
    {
        var today = asOf.DayNumber;
        if (start?.DayNumber > today)
            return Expected.NotBegun;

        if ((own?.DayNumber ?? (start?.DayNumber + withinDays)) is not { } due)
            return Expected.Undetermined;

        if (done is { } day && day.DayNumber <= today)
        {
            if (start?.DayNumber > day.DayNumber)
                return Expected.Undetermined;

            var late = day.DayNumber - due;
            return new Expected(late > 0 ? Standing.Late : Standing.Met, BandOf(late), Days: late).At(late, levels);
        }

        var past = today - due;
        return new Expected(past > 0 ? Standing.Overdue : -past <= atRiskDays ? Standing.AtRisk : Standing.OnTrack, BandOf(past), Days: past).At(past, levels);

        string BandOf(int days) => days > 0 ? "PastDue" : -days <= atRiskDays ? "DueSoon" : "InTime";
    }
}
