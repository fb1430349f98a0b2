namespace AccountRules.Reports;

/// <summary>What is counted of one account, or of several together: counts by rule, and the assessments most in need of attention.</summary>
internal sealed class SheetCount(AccountReportOptions options)
{
    private readonly MostUrgent worst = new(options.Worst);
    private RuleCount?[] rules = [];

    public IEnumerable<RuleCount> Rules => rules.OfType<RuleCount>();

    public void Add(ReportedRule rule, in Assessment assessment)
    {
        CountOf(rule).Add(assessment);
        if (NeedsAttention(assessment))
            worst.Add(assessment);
    }

    public void Add(SheetCount other)
    {
        foreach (var rule in other.Rules)
            CountOf(rule.Reported).Add(rule);

        worst.Add(other.worst);
    }

    public (long Count, IReadOnlyList<Assessment> Worst) Attention => (worst.Count, [.. worst.All()]);

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

        return rules[rule.Slot] ??= new(rule, options.Periods);
    }

    private static bool NeedsAttention(in Assessment assessment) => assessment.Standing switch
    {
        Standing.Overdue or Standing.AtRisk or Standing.Missed or Standing.Late => true,
        Standing.Undetermined => assessment.Cause != Cause.NoThreshold,
        _ => false,
    };
}
