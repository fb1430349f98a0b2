using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "All filled: Met. Within the limit: filled * limitDays >= headcount * days OnTrack, else AtRisk. Past the limit and not all filled: Missed. Headcount
/// missing or 0 or less: Undetermined." An order that does not say how many are filled is not asked.
/// </summary>
internal static class FteAcquisitionReading
{
    public static Expected Of(FteOrder order, DateOnly asOf, int limitDays = 90, DayReading? counted = null)
    {
        if (order.FilledHeadcount is not { } filled)
            return Expected.NotAsked;

        if (order.OrderedOn is not { } ordered)
            return Expected.Undetermined;

        if (ordered > asOf)
            return Expected.NotBegun;

        if (order.Headcount is not { } heads || heads <= 0 || filled < 0)
            return Expected.Undetermined;

        return filled >= heads ? new(Standing.Met, "Filled")
            : (counted ?? DayReading.Plain).Between(ordered, asOf) is not { } days ? Expected.Undetermined
            : days > limitDays ? new(Standing.Missed, "NotFilled")
            : (long)filled * limitDays >= (long)heads * days ? new(Standing.OnTrack, "OnPace")
            : new(Standing.AtRisk, "Behind");
    }
}
