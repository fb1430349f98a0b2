namespace AccountRules.Monitoring;

/// <summary>A book that takes facts.</summary>
internal interface IFactBook<TFact> : IReads<TFact>
    where TFact : class
{
    /// <summary>The fact with a key; <c>null</c> where there is none.</summary>
    TFact? Find(in FactKey key);

    FactKey KeyOf(TFact fact);

    /// <summary>Plans what becomes of some facts of a call; for <see cref="Operation.Remove"/> there are keys only.</summary>
    void Plan(Operation operation, ReadOnlySpan<FactKey> keys, ReadOnlySpan<TFact> facts, DateOnly asOf);
}
