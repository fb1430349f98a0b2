namespace AccountRules.Changes;

/// <summary>The curve of a rule on each fact by itself.</summary>
internal sealed class EachCurve<TFact>(CurveSum sum, Course<TFact> course, Rule<TFact> current, CliffSum? cliffs, DateOnly asOf) : FactTaker<TFact>
    where TFact : class
{
    public override void Add(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        cliffs?.Add(fact, asOf, current.Judge(fact, asOf));
        Add(fact, course.Of(fact, asOf).Select(step => (step.At, step.Rule, step.Rule.VerdictOf(step.Code))));
    }

    /// <summary>What is said of a fact, step by step.</summary>
    public void Add(TFact fact, IEnumerable<(CurvePlace At, Rule Rule, Verdict Verdict)> steps)
    {
        var (before, paid) = (CurveSum.Nothing, 0m);
        foreach (var (at, rule, verdict) in steps)
        {
            var (outcome, pay) = (sum.OutcomeOf(rule, verdict), rule.PayableOf(fact, verdict) ?? 0);
            if (before == CurveSum.Nothing)
                sum.Start(outcome, pay);
            else
                sum.Step(at, before, outcome, pay - paid);

            (before, paid) = (outcome, pay);
        }
    }
}
