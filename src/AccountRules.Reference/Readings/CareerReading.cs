using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"Full years: Entry below 3, Eligible from 3 on, BeyondTypical above 5; Graded."</summary>
internal static class CareerReading
{
    public static Expected Of(Employment employment, DateOnly asOf, int eligibleFrom, int typicalUpTo)
    {
        if (employment.RoleSince is not { } since)
            return Expected.Undetermined;

        if (since > asOf)
            return Expected.NotBegun;

        var years = FullYears(since, asOf);
        return new(Standing.Graded, years < eligibleFrom ? "Entry" : years <= typicalUpTo ? "Eligible" : "BeyondTypical");
    }

    /// <summary>
    /// The calendar's years between the two, less one where this year's anniversary is still to come: 28 February for a 29th that the year does not have.
    /// </summary>
    public static int FullYears(DateOnly since, DateOnly asOf)
    {
        var day = since is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(asOf.Year) ? 28 : since.Day;
        var isOver = asOf.Month > since.Month || (asOf.Month == since.Month && asOf.Day >= day);
        return asOf.Year - since.Year - (isOver ? 0 : 1);
    }
}
