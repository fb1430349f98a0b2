using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"A Master Action Registry item is closed within 30 to 60 days of being added, with a focus on the Q2 and Q3 registries."</summary>
internal static class RegistryClosureReading
{
    public static Expected Of(RegistryItem item, DateOnly asOf, int targetDays, int limitDays, IReadOnlyList<int> focusQuarters, int fiscalYearStartMonth,
        IEnumerable<LevelTerms> levels, DayReading? counted = null)
    {
        var focus = item.AddedOn is { } day && focusQuarters.Contains(QuarterOf(day.Month, fiscalYearStartMonth));
        if (item.AddedOn is not { } added)
            return Expected.Undetermined with { Focus = focus };

        if (added > asOf)
            return Expected.NotBegun with { Focus = focus };

        var isClosed = item.ClosedOn is { } end && end <= asOf;
        var until = isClosed ? item.ClosedOn!.Value : asOf;
        if (until < added || (counted ?? DayReading.Plain).Between(added, until) is not { } days)
            return Expected.Undetermined with { Focus = focus };

        var expected = days <= targetDays ? new Expected(isClosed ? Standing.Met : Standing.OnTrack, "OnTarget")
            : days <= limitDays ? new Expected(isClosed ? Standing.Met : Standing.AtRisk, "WithinWindow")
            : new Expected(isClosed ? Standing.Late : Standing.Overdue, "Breach");
        return (expected with { Days = days, Focus = focus }).At(days - limitDays, levels);
    }

    /// <summary>Counts the months from the start of the fiscal year on.</summary>
    private static int QuarterOf(int month, int fiscalYearStartMonth)
    {
        var at = fiscalYearStartMonth;
        for (var passed = 0; ; passed++)
        {
            if (at == month)
                return 1 + passed / 3;

            at = at == 12 ? 1 : at + 1;
        }
    }
}
