using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"Days from HeldOn, limit documentWithinDays (no default)": while it is not set, nothing is in force.</summary>
internal static class InteractionDocumentationReading
{
    public static Expected Of(Interaction interaction, DateOnly asOf, InteractionDocumentationTerms terms, DayReading? counted = null)
    {
        if (interaction.HeldOn is not { } held)
            return Expected.Undetermined;

        if (held > asOf)
            return Expected.NotBegun;

        if (terms.DocumentWithinDays is not { } limit)
            return Expected.Undetermined;

        if (interaction.DocumentedOn is not { } documented || documented > asOf)
        {
            return (counted ?? DayReading.Plain).Between(held, asOf) is not { } open ? Expected.Undetermined
                : open > limit ? new Expected(Standing.Overdue, "PastDue", Days: open).At(open - limit, terms.Levels)
                : IsWarned(open) ? new(Standing.AtRisk, "DueSoon", Days: open) : new(Standing.OnTrack, "InTime", Days: open);
        }

        return documented < held || (counted ?? DayReading.Plain).Between(held, documented) is not { } days ? Expected.Undetermined
            : days > limit ? new Expected(Standing.Late, "PastDue", Days: days).At(days - limit, terms.Levels)
            : new(Standing.Met, IsWarned(days) ? "DueSoon" : "InTime", Days: days);

        bool IsWarned(int day) => terms.AtRiskFromShare is { } share && LevelReading.IsWarned(day, share, limit);
    }
}
