using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>"Days from HeldOn, limit documentWithinDays (no default)": while it is not set, nothing is in force.</summary>
internal static class InteractionDocumentationOracle
{
    public static Expected Of(Interaction interaction, DateOnly asOf, int? withinDays)
    {
        if (interaction.HeldOn is not { } held)
            return Expected.Undetermined;

        if (held > asOf)
            return Expected.NotBegun;

        if (withinDays is not { } limit)
            return Expected.Undetermined;

        if (interaction.DocumentedOn is not { } documented || documented > asOf)
        {
            var open = asOf.DayNumber - held.DayNumber;
            return open > limit ? new(Standing.Overdue, "PastDue", Days: open) : new(Standing.OnTrack, "InTime", Days: open);
        }

        var days = documented.DayNumber - held.DayNumber;
        return days < 0 ? Expected.Undetermined
            : days > limit ? new(Standing.Late, "PastDue", Days: days) : new(Standing.Met, "InTime", Days: days);
    }
}
