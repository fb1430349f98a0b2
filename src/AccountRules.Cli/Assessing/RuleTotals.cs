namespace AccountRules.Cli.Assessing;

/// <summary>How many assessments there are of each standing under one rule.</summary>
/// <param name="rule">The rule.</param>
internal sealed class RuleTotals(Rule rule)
{
    private readonly long[] standings = new long[Enum.GetValues<Standing>().Length];

    /// <summary>The rule.</summary>
    public Rule Rule { get; } = rule;

    /// <summary>How many assessments there are.</summary>
    public long Count { get; private set; }

    /// <summary>How many there are of a standing.</summary>
    /// <param name="standing">The standing.</param>
    public long this[Standing standing] => standings[(int)standing];

    /// <summary>Counts an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    public void Add(Assessment assessment)
    {
        standings[(int)assessment.Standing]++;
        Count++;
    }
}
