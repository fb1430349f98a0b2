namespace AccountRules.Cli.Assessing;

/// <summary>Assesses each fact by itself that the rule is asked of.</summary>
/// <param name="rule">The rule.</param>
/// <param name="asOf">The evaluation date.</param>
/// <param name="emit">Takes an assessment.</param>
/// <param name="leaveOut">Takes that there was a fact that the rule is not asked of.</param>
/// <param name="check">Compares every assessment, if any.</param>
internal sealed class EachFact<TFact>(
    Rule<TFact> rule, DateOnly asOf, Action<Assessment> emit, Action<Rule> leaveOut, Action<Assessment>? check = null) : Judge<TFact>(rule)
    where TFact : class
{
    private bool hasLeftOut;

    public override void Take(TFact fact)
    {
        var assessment = rule.Assess(fact, asOf);
        check?.Invoke(assessment);
        if (assessment.Cause != Cause.NotAsked)
        {
            emit(assessment);
        }
        else if (!hasLeftOut)
        {
            hasLeftOut = true;
            leaveOut(rule);
        }
    }
}
