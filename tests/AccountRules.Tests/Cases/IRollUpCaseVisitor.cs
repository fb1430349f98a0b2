namespace AccountRules.Tests.Cases;

/// <summary>Takes cases with the type of their facts.</summary>
internal interface IRollUpCaseVisitor
{
    void Visit<TFact>(RollUpCase<TFact> rule)
        where TFact : class;
}
