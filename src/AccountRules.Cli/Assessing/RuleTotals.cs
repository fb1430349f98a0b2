namespace AccountRules.Cli.Assessing;

/// <summary>How many assessments there are of each standing under one rule.</summary>
/// <param name="rule">The rule.</param>
internal sealed class RuleTotals(Rule rule)
{
    private readonly long[] standings = new long[Enum.GetValues<Standing>().Length];
    private readonly long[] waived = new long[Enum.GetValues<Standing>().Length];
    private readonly long[] movements = new long[Enum.GetValues<Movement>().Length];
    private readonly long[] grades = new long[rule.Grades.Count];

    /// <summary>The rule.</summary>
    public Rule Rule { get; } = rule;

    /// <summary>How many assessments there are.</summary>
    public long Count { get; private set; }

    /// <summary>Whether there was a fact that the rule is not asked of.</summary>
    public bool HasLeftOut { get; set; }

    /// <summary>How many there are of a standing.</summary>
    /// <param name="standing">The standing.</param>
    public long this[Standing standing] => standings[(int)standing];

    /// <summary>How many there are of each standing.</summary>
    public StandingCounts Standings => new(standings.Select((count, i) => new StandingCount { Standing = (Standing)i, Count = count }));

    /// <summary>How many of a standing are waived; of all where none is given.</summary>
    /// <param name="standing">The standing.</param>
    public long Waived(Standing? standing = null) => standing is { } one ? waived[(int)one] : waived.Sum();

    /// <summary>How many there are of a movement.</summary>
    /// <param name="movement">The movement.</param>
    public long this[Movement movement] => movements[(int)movement];

    /// <summary>How many there are of each grade that the rule gives with a standing, highest first.</summary>
    /// <param name="standing">The standing.</param>
    public IEnumerable<(string Band, long Count)> Bands(Standing standing) =>
        Rule.Grades.Select((grade, i) => (grade.Standing, grade.Band, Count: grades[i]))
            .Where(g => g.Standing == standing && g.Count > 0)
            .Reverse()
            .Select(g => (g.Band, g.Count));

    /// <summary>Counts an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    public void Add(Assessment assessment)
    {
        standings[(int)assessment.Standing]++;
        waived[(int)assessment.Standing] += assessment.Waiver is null ? 0 : 1;
        Count++;
        if (assessment.Verdict.Grade >= 0)
            grades[assessment.Verdict.Grade]++;

        if (assessment.Movement is { } movement)
            movements[(int)movement]++;
    }
}
