using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>"An FTE order is fulfilled at most 90 days from the date of order."</summary>
internal static class FteFulfillmentOracle
{
    public static Expected Of(FteOrder order, DateOnly asOf, int limitDays = 90, int atRiskFromDay = 76)
    {
        if (order.OrderedOn is not { } ordered)
            return Expected.Undetermined;

        if (ordered > asOf)
            return Expected.NotBegun;

        if (order.FulfilledOn is { } fulfilled && fulfilled <= asOf)
        {
            var taken = fulfilled.DayNumber - ordered.DayNumber;
            if (taken < 0)
                return Expected.Undetermined;

            return new(taken <= limitDays ? Standing.Met : Standing.Late, BandOf(taken), Days: taken);
        }

        var open = asOf.DayNumber - ordered.DayNumber;
        if (open > limitDays)
            return new(Standing.Overdue, "OverLimit", Days: open);

        return new(open >= atRiskFromDay ? Standing.AtRisk : Standing.OnTrack, BandOf(open), Days: open);

        string BandOf(int days) => days > limitDays ? "OverLimit" : days >= atRiskFromDay ? "NearLimit" : "Clear";
    }
}
