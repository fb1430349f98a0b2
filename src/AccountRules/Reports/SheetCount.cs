namespace AccountRules.Reports;

/// <summary>What is counted of one account, or of several together: counts by rule, and the assessments most in need of attention.</summary>
internal sealed class SheetCount(AccountReportOptions options)
{
    private readonly Attention urgent = new(options.Worst);
    private RuleCount?[] rules = [];

    public IEnumerable<RuleCount> Rules => rules.OfType<RuleCount>();

    public void Add(ReportedRule rule, in Assessment assessment)
    {
        CountOf(rule).Add(assessment);
        if (assessment.Period is null && Urgency.IsAttentionNeeded(assessment))
            urgent.Add(assessment);
    }

    public void Add(SheetCount other)
    {
        foreach (var rule in other.Rules)
            CountOf(rule.Reported).Add(rule);

        urgent.Add(other.urgent);
    }

    /// <summary>What needs attention, or is waived; what is of periods counts while it is of the newest.</summary>
    public Attention Attention(DateOnly asOf)
    {
        var all = new Attention(options.Worst);
        foreach (var one in Rules.SelectMany(rule => rule.Urgent(asOf)).Prepend(urgent))
            all.Add(one);

        return all;
    }

    public StandingCounts Standings
    {
        get
        {
            var sum = new long[AccountRules.Standings.Count];
            foreach (var rule in Rules)
                rule.AddTo(sum);

            return new(sum);
        }
    }

    private RuleCount CountOf(ReportedRule rule)
    {
        if (rule.Slot >= rules.Length)
            Array.Resize(ref rules, rule.Slot + 1);

        return rules[rule.Slot] ??= new(rule, options);
    }
}
