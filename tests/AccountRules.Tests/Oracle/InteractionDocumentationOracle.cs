using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>"Days from HeldOn, limit documentWithinDays (no default)": while it is not set, nothing is in force.</summary>
internal static class InteractionDocumentationOracle
{
    public static Expected Of(Interaction interaction, DateOnly asOf, InteractionDocumentationTerms terms)
    {
        if (interaction.HeldOn is not { } held)
            return Expected.Undetermined;

        if (held > asOf)
            return Expected.NotBegun;

        if (terms.DocumentWithinDays is not { } limit)
            return Expected.Undetermined;

        if (interaction.DocumentedOn is not { } documented || documented > asOf)
        {
            var open = asOf.DayNumber - held.DayNumber;
            return open > limit ? new Expected(Standing.Overdue, "PastDue", Days: open).At(open - limit, terms.Levels)
                : IsWarned(open) ? new(Standing.AtRisk, "DueSoon", Days: open) : new(Standing.OnTrack, "InTime", Days: open);
        }

        var days = documented.DayNumber - held.DayNumber;
        return days < 0 ? Expected.Undetermined
            : days > limit ? new Expected(Standing.Late, "PastDue", Days: days).At(days - limit, terms.Levels)
            : new(Standing.Met, IsWarned(days) ? "DueSoon" : "InTime", Days: days);

        bool IsWarned(int day) => terms.AtRiskFromShare is { } share && LevelOracle.IsWarned(day, share, limit);
    }
}
