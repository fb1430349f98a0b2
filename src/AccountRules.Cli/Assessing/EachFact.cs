namespace AccountRules.Cli.Assessing;

/// <summary>Assesses each fact by itself.</summary>
internal sealed class EachFact<TFact>(Rule<TFact> rule, DateOnly asOf, Action<Assessment> emit) : Judge<TFact>(rule)
    where TFact : class
{
    public override void Take(TFact fact) => emit(rule.Assess(fact, asOf));
}
