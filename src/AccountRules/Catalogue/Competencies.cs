using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>competency</c>: proficiency in account management, from following standard processes to setting the organisation's strategy (competency).
/// The abilities of the levels are the policy's to list: the rule is not in force until it does. Immutable; equal by value.
/// </summary>
public sealed record CompetencyTerms
{
    /// <summary>How many levels the document has.</summary>
    internal const int LevelCount = 4;

    /// <summary>The four levels, lowest first; none, which is not set, unless given.</summary>
    public TermList<CompetencyLevelTerms> Levels { get; init; } = [];
}

/// <summary>
/// Declares <c>competency</c>: proficiency in account management, from following standard processes to setting the organisation's strategy (competency).
/// </summary>
public static class CompetencyDeclaration
{
    private const string NoLevel = nameof(NoLevel);

    private static readonly Cause NoEvidence = Cause.NotApplicable(nameof(NoEvidence), "has no evidence of an ability as yet");

    /// <summary>The section of the policy document.</summary>
    public static TermSection<CompetencyTerms> Section { get; } = new TermSection<CompetencyTerms>("competency", new())
        .Sections(
            "levels", "The four levels, lowest first, each with its abilities, which are the policy's to list: there is no default.", t => t.Levels,
            (t, levels) => t with { Levels = levels }, CompetencyLevelTerms.Section, isLeftOpen: true)
        .Checked(Check);

    /// <summary>The rule.</summary>
    public static RuleDeclaration<GatheredRule<Competency>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("competency")
        {
            Title = "Competency",
            Says = "Proficiency in account management goes from following standard processes to setting the organisation's strategy.",
            Reading = "The level reached is the highest of four whose abilities, and those of every lower level, are evidenced by the evaluation date. "
                + "Evidence does not expire, counts from its day on, and may be older than the policy. "
                + "An ability that no level lists counts for none, and is told. "
                + "An employee without evidence by then is not applicable. Without levels every employee is undetermined. "
                + "A recommendation: nobody is placed by a rule.",
            Noun = "Employee",
            Sentence = "is at {band}[; what is missing for {nextLevel}: {missing}][; no level lists {unlisted}]",
            ValueTitle = "Level",
            Citation = new("competency", "levels"),
        },
        Section,
        (info, terms, _) => new GatheredRule<Competency>(RuleOf(info, terms.Levels), new CompetencyRows(terms.Levels).Gathering));

    extension(Policy policy)
    {
        /// <summary>Proficiency in account management, by the abilities that are evidenced (competency).</summary>
        public GatheredRule<Competency> Competency => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>competency</c>.</summary>
        public CompetencyTerms Competency => terms.Of(Section);
    }

    /// <summary>
    /// The employees with the levels that they have reached in a query, for the verbs of <c>policy.Competency.Of</c>. What is missing for the next level, and
    /// what no level lists, a query does not tell.
    /// </summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="terms">The terms that the policy has, with their four levels.</param>
    /// <param name="asOf">The evaluation date, the same as the verb's.</param>
    /// <exception cref="ArgumentException">The terms have no levels.</exception>
    public static IQueryable<Competency> Rows(IQueryable<AbilityEvidence> evidence, CompetencyTerms terms, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.Levels.Count == CompetencyTerms.LevelCount
            ? new CompetencyRows(terms.Levels).Rows(evidence, asOf)
            : throw new ArgumentException("The terms have no levels, so that nobody can reach one: set `competency.levels`.", nameof(terms));
    }

    private static TierRule<Competency> RuleOf(RuleInfo info, IReadOnlyList<CompetencyLevelTerms> levels) => new(
        info with { EffectiveFrom = null },
        Measure.Amount<Competency>(c => (decimal?)c.Level),
        new Scale([Band.Lowest(NoLevel), .. levels.Select((level, i) => Band.From(i + 1, level.Name))]),
        Facts.Competency.Shape)
    {
        Guards = [new((c, asOf) => c.Evidenced == 0, NoEvidence)],
        Details = [new("nextLevel", c => c.NextLevel), new("missing", c => c.Missing), new("unlisted", c => c.Unlisted)],
    };

    private static void Check(CompetencyTerms terms, TermProblems problems)
    {
        if (terms.Levels.Count is not (0 or CompetencyTerms.LevelCount))
            problems.Add("levels", $"{terms.Levels.Count} levels", "the four that there are, lowest first");

        var (names, abilities) = (new HashSet<string>(StringComparer.Ordinal) { NoLevel }, new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < terms.Levels.Count; i++)
        {
            var (level, path) = (terms.Levels[i], $"levels[{i}]");
            CheckName(level.Name, names, $"{path}.name", problems);
            if (level.Abilities.Count == 0)
                problems.Add($"{path}.abilities", "none", "at least one ability, without which every employee would have the level");

            for (var j = 0; j < level.Abilities.Count; j++)
                CheckName(level.Abilities[j], abilities, $"{path}.abilities[{j}]", problems);
        }
    }

    private static void CheckName(string name, HashSet<string> before, string path, TermProblems problems)
    {
        if (Ids.Problem(name) is { } allowed)
            problems.Add(path, $"`{name}`", allowed);
        else if (!before.Add(name))
            problems.Add(path, $"`{name}` again", $"a name that is not there yet, and is not {NoLevel}");
    }
}
