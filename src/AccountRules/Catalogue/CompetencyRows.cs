using AccountRules.Facts;

namespace AccountRules;

/// <summary>Gathers the evidence of each employee, and finds the level that it reaches.</summary>
/// <param name="levels">The levels, lowest first.</param>
internal sealed class CompetencyRows(IReadOnlyList<CompetencyLevelTerms> levels)
{
    public FactGathering<Competency> Gathering => new FactGathering<Competency>(Rows)
    {
        By = $"by {string.Join("; ", levels.Select(level => $"{level.Name}: {string.Join(", ", level.Abilities)}"))}",
    }
        .From(AbilityEvidence.Shape, evidence => [evidence.EmployeeId], evidence => evidence.EvidencedOn);

    /// <summary>The same rows in a query: of each level it counts how many of its abilities are evidenced.</summary>
    public IQueryable<Competency> Rows(IQueryable<AbilityEvidence> evidence, DateOnly asOf)
    {
        string[] first = [.. levels[0].Abilities], second = [.. levels[1].Abilities], third = [.. levels[2].Abilities], fourth = [.. levels[3].Abilities];
        return evidence
            .GroupBy(e => e.EmployeeId)
            .Select(g => new
            {
                EmployeeId = g.Key,
                Evidenced = g.Count(e => e.EvidencedOn <= asOf),
                First = g.Where(e => e.EvidencedOn <= asOf && first.Contains(e.Ability)).Select(e => e.Ability).Distinct().Count(),
                Second = g.Where(e => e.EvidencedOn <= asOf && second.Contains(e.Ability)).Select(e => e.Ability).Distinct().Count(),
                Third = g.Where(e => e.EvidencedOn <= asOf && third.Contains(e.Ability)).Select(e => e.Ability).Distinct().Count(),
                Fourth = g.Where(e => e.EvidencedOn <= asOf && fourth.Contains(e.Ability)).Select(e => e.Ability).Distinct().Count(),
            })
            .Select(c => new Competency
            {
                EmployeeId = c.EmployeeId,
                Evidenced = c.Evidenced,
                Level = c.First < first.Length ? 0 : c.Second < second.Length ? 1 : c.Third < third.Length ? 2 : c.Fourth < fourth.Length ? 3 : 4,
            });
    }

    private IEnumerable<Competency> Rows(GatheredFacts facts)
    {
        var (shown, count) = (new SortedSet<string>(StringComparer.Ordinal), 0);
        foreach (var evidence in facts.Of<AbilityEvidence>())
        {
            shown.Add(evidence.Ability);
            count++;
        }

        var level = 0;
        while (level < levels.Count && levels[level].Abilities.All(shown.Contains))
            level++;

        var next = level < levels.Count ? levels[level] : null;
        yield return new()
        {
            EmployeeId = facts.Group.Subject,
            Evidenced = count,
            Level = level,
            NextLevel = next?.Name,
            Missing = Named(next?.Abilities.Where(ability => !shown.Contains(ability))),
            Unlisted = Named(shown.Except(levels.SelectMany(l => l.Abilities), StringComparer.Ordinal)),
        };
    }

    private static string? Named(IEnumerable<string>? abilities) => abilities?.Any() is true ? string.Join(", ", abilities) : null;
}
