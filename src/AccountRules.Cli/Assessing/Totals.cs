namespace AccountRules.Cli.Assessing;

/// <summary>How many assessments there are of each standing under each rule, in the order in which the rules began.</summary>
internal sealed class Totals
{
    private readonly List<RuleTotals> rules = [];

    /// <summary>The totals of each rule.</summary>
    public IReadOnlyList<RuleTotals> Rules => rules;

    /// <summary>Those of the rules that have assessments, or no facts at all: not of one that was asked of none of them.</summary>
    public IEnumerable<RuleTotals> Told => rules.Where(r => r.Count > 0 || !r.HasLeftOut);

    /// <summary>How many assessments there are.</summary>
    public long Count => rules.Sum(r => r.Count);

    /// <summary>How many there are of a standing.</summary>
    /// <param name="standing">The standing.</param>
    public long Of(Standing standing) => rules.Sum(r => r[standing]);

    /// <summary>How many of a standing are waived.</summary>
    /// <param name="standing">The standing.</param>
    public long Waived(Standing standing) => rules.Sum(r => r.Waived(standing));

    /// <summary>A rule begins.</summary>
    /// <param name="rule">The rule.</param>
    public void Begin(Rule rule) => rules.Add(new(rule));

    /// <summary>Whether a rule has begun.</summary>
    /// <param name="ruleId">The rule's id.</param>
    public bool Has(string ruleId) => rules.Exists(r => r.Rule.Id == ruleId);

    /// <summary>There was a fact that a rule is not asked of.</summary>
    /// <param name="rule">The rule.</param>
    public void LeaveOut(Rule rule) => rules.First(r => r.Rule.Id == rule.Id).HasLeftOut = true;

    /// <summary>Counts an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    public void Add(in Assessment assessment)
    {
        foreach (var totals in rules)
        {
            if (totals.Rule.Id == assessment.Rule.Id)
                totals.Add(assessment);
        }
    }
}
