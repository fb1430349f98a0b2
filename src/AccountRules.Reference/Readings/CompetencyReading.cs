using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"The level reached is the highest whose abilities, and those of every lower level, are evidenced by the evaluation date."</summary>
internal static class CompetencyReading
{
    public static Dictionary<FactKey, Expected> Of(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf) => facts.OfType<AbilityEvidence>()
        .GroupBy(e => e.EmployeeId, StringComparer.Ordinal)
        .ToDictionary(own => new FactKey(own.Key), own => Of(terms.Competency.Levels, [.. own.Where(e => e.EvidencedOn.DayNumber <= asOf.DayNumber)]));

    private static Expected Of(TermList<CompetencyLevelTerms> levels, AbilityEvidence[] known)
    {
        if (levels.Count == 0)
            return Expected.Undetermined;

        if (known.Length == 0)
            return new(Standing.NotApplicable);

        var reached = "NoLevel";
        for (var i = 0; i < levels.Count; i++)
        {
            var needed = levels.Take(i + 1).SelectMany(level => level.Abilities);
            if (needed.All(ability => known.Any(e => e.Ability == ability)))
                reached = levels[i].Name;
        }

        return new(Standing.Graded, reached);
    }
}
