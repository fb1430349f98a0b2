namespace AccountRules.Monitoring;

/// <summary>A book that takes facts.</summary>
internal interface IFactBook<TFact> : IReads<TFact>
    where TFact : class
{
    /// <summary>The fact with a key; <c>null</c> where there is none.</summary>
    TFact? Find(in FactKey key);

    FactKey KeyOf(TFact fact);

    /// <summary>Plans what becomes of a fact, which is <c>null</c> for <see cref="Operation.Remove"/>.</summary>
    void Plan(Operation operation, in FactKey key, TFact? fact, DateOnly asOf);
}
