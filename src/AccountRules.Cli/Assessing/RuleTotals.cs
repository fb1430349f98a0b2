namespace AccountRules.Cli.Assessing;

/// <summary>How many assessments there are of each standing under one rule.</summary>
/// <param name="rule">The rule.</param>
internal sealed class RuleTotals(Rule rule)
{
    private readonly long[] standings = new long[Enum.GetValues<Standing>().Length];
    private readonly long[] waived = new long[Enum.GetValues<Standing>().Length];
    private readonly long[] movements = new long[Enum.GetValues<Movement>().Length];
    private readonly List<(Rule Rule, long[] Grades)> counted = [];

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
    public IReadOnlyList<BandCount> Bands(Standing standing)
    {
        // By hand: queries over tuples are code that each start of the tool compiles anew.
        var bands = new List<BandCount>();
        foreach (var (of, grades) in counted)
        {
            for (var i = 0; i < grades.Length; i++)
            {
                if (of.Grades[i].Standing != standing || grades[i] == 0)
                    continue;

                var (name, count) = (of.Grades[i].Band, grades[i]);
                if (bands.FindIndex(band => band.Band == name) is >= 0 and var known)
                    bands[known] = new(name, bands[known].Count + count);
                else
                    bands.Add(new(name, count));
            }
        }

        bands.Reverse();
        return bands;
    }

    /// <summary>How many there are of a band.</summary>
    public sealed record BandCount(string Band, long Count);

    /// <summary>The counts by the grades of a rule: under a history each version has a rule of its own.</summary>
    private long[] GradesOf(Rule rule)
    {
        foreach (var of in counted)
        {
            if (ReferenceEquals(of.Rule, rule))
                return of.Grades;
        }

        counted.Add((rule, new long[rule.Grades.Count]));
        return counted[^1].Grades;
    }

    /// <summary>Counts an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    public void Add(in Assessment assessment)
    {
        standings[(int)assessment.Standing]++;
        waived[(int)assessment.Standing] += assessment.Waiver is null ? 0 : 1;
        Count++;
        if (assessment.Verdict.Grade >= 0)
            GradesOf(assessment.Rule)[assessment.Verdict.Grade]++;

        if (assessment.Movement is { } movement)
            movements[(int)movement]++;
    }
}
