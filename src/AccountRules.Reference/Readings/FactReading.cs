namespace AccountRules.Reference;

/// <summary>What is said of each fact of a type by itself.</summary>
/// <param name="FactType">The type of the facts.</param>
/// <param name="KeyOf">The id of a fact, and its period and part.</param>
/// <param name="Says">What is said by the terms, on a date.</param>
internal sealed record FactReading(Type FactType, Func<object, FactKey> KeyOf, Func<PolicyTerms, object, DateOnly, Expected> Says)
{
    public static FactReading Of<TFact>(Func<TFact, FactKey> keyOf, Func<PolicyTerms, TFact, DateOnly, Expected> says)
        where TFact : class => new(typeof(TFact), fact => keyOf((TFact)fact), (terms, fact, asOf) => says(terms, (TFact)fact, asOf));
}
