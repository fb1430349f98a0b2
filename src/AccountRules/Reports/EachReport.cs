namespace AccountRules.Reports;

/// <summary>Each fact by itself, judged when it comes.</summary>
internal sealed class EachReport<TFact>(
    Rule<TFact> rule, ReportedRule reported, LeftOutCount leftOut, Func<string, SheetCount> countOf, FactTaker<TFact> agenda, DateOnly asOf,
    Func<Assessment, Assessment> over)
    : FactTaker<TFact>
    where TFact : class
{
    private readonly HashSet<FactKey> seen = [];

    public override void Add(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (rule.Shape.Account?.Of(fact) is not { Length: > 0 } account)
        {
            leftOut.Add();
            return;
        }

        if (rule.Judge(fact, asOf).Cause == Cause.NotAsked)
            return;

        var count = countOf(account);
        if (rule.Shape.IdentityOf(fact) is { } key && !seen.Add(key))
        {
            count.Add(reported, new(rule, fact, asOf, rule.VerdictOf(-Cause.Duplicate.Number)));
            return;
        }

        count.Add(reported, over(rule.Assess(fact, asOf)));
        agenda.Add(fact);
    }
}
