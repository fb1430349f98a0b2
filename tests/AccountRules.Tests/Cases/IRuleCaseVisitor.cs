namespace AccountRules.Tests.Cases;

/// <summary>Takes cases with the type of their facts.</summary>
internal interface IRuleCaseVisitor
{
    void Visit<TFact>(RuleCase<TFact> rule)
        where TFact : class;
}
