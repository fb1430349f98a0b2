using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"An FTE order is fulfilled at most 90 days from the date of order."</summary>
internal static class FteFulfillmentReading
{
    public static Expected Of(FteOrder order, DateOnly asOf, FteFulfillmentTerms? terms = null, DayReading? days = null)
    {
        var (limitDays, atRiskFromDay, share) = (terms?.LimitDays ?? 90, terms?.AtRiskFromDay ?? 76, terms?.AtRiskFromShare);
        if (order.OrderedOn is not { } ordered)
            return Expected.Undetermined;

        if (ordered > asOf)
            return Expected.NotBegun;

        if (order.FulfilledOn is { } fulfilled && fulfilled <= asOf)
        {
            if (fulfilled < ordered || (days ?? DayReading.Plain).Between(ordered, fulfilled) is not { } taken)
                return Expected.Undetermined;

            return new Expected(taken <= limitDays ? Standing.Met : Standing.Late, BandOf(taken), Days: taken).At(taken - limitDays, terms?.Levels ?? []);
        }

        if ((days ?? DayReading.Plain).Between(ordered, asOf) is not { } open)
            return Expected.Undetermined;

        if (open > limitDays)
            return new Expected(Standing.Overdue, "OverLimit", Days: open).At(open - limitDays, terms?.Levels ?? []);

        return new(IsWarned(open) ? Standing.AtRisk : Standing.OnTrack, BandOf(open), Days: open);

        bool IsWarned(int day) => share is { } part ? LevelReading.IsWarned(day, part, limitDays) : day >= atRiskFromDay;

        string BandOf(int day) => day > limitDays ? "OverLimit" : IsWarned(day) ? "NearLimit" : "Clear";
    }
}
