namespace AccountRules.Cli.Assessing;

/// <summary>How many assessments there are of each standing under one rule.</summary>
/// <param name="rule">The rule.</param>
internal sealed class RuleTotals(Rule rule)
{
    private readonly long[] standings = new long[Enum.GetValues<Standing>().Length];
    private readonly long[] waived = new long[Enum.GetValues<Standing>().Length];
    private readonly long[] movements = new long[Enum.GetValues<Movement>().Length];
    private readonly List<Graded> counted = [];

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
        foreach (var graded in counted)
        {
            foreach (var grade in graded.Rule.Grades)
            {
                if (grade.Standing != standing || graded.Of(grade) is not (> 0 and var count))
                    continue;

                if (bands.FindIndex(band => band.Band == grade.Band) is >= 0 and var known)
                    bands[known] = new(grade.Band, bands[known].Count + count);
                else
                    bands.Add(new(grade.Band, count));
            }
        }

        bands.Reverse();
        return bands;
    }

    /// <summary>How many there are of a band.</summary>
    public sealed record BandCount(string Band, long Count);

    /// <summary>The counts by the verdicts of a rule: under a history each version has a rule of its own.</summary>
    private Graded Of(Rule rule)
    {
        foreach (var graded in counted)
        {
            if (ReferenceEquals(graded.Rule, rule))
                return graded;
        }

        counted.Add(new(rule));
        return counted[^1];
    }

    /// <summary>Counts an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    public void Add(in Assessment assessment)
    {
        standings[(int)assessment.Standing]++;
        waived[(int)assessment.Standing] += assessment.Waiver is null ? 0 : 1;
        Count++;
        if (assessment.Cause == Cause.None)
            Of(assessment.Rule).Add(assessment.Verdict);

        if (assessment.Movement is { } movement)
            movements[(int)movement]++;
    }

    /// <summary>How often a rule gave each verdict: a few, looked for one by one.</summary>
    private sealed class Graded(Rule rule)
    {
        private readonly List<Verdict> verdicts = [];
        private readonly List<long> counts = [];

        public Rule Rule => rule;

        public void Add(Verdict verdict)
        {
            for (var i = 0; i < verdicts.Count; i++)
            {
                if (verdicts[i] == verdict)
                {
                    counts[i]++;
                    return;
                }
            }

            verdicts.Add(verdict);
            counts.Add(1);
        }

        public long Of(Grade grade)
        {
            var count = 0L;
            for (var i = 0; i < verdicts.Count; i++)
                count += ReferenceEquals(rule.GradeOf(verdicts[i]), grade) ? counts[i] : 0;

            return count;
        }
    }
}
