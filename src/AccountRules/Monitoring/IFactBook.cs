namespace AccountRules.Monitoring;

/// <summary>A book that takes facts.</summary>
internal interface IFactBook<TFact> : IReads<TFact>
    where TFact : class
{
    Rule Rule { get; }

    /// <summary>The fact with a key; <c>null</c> where there is none.</summary>
    TFact? Find(in FactKey key);

    FactKey KeyOf(TFact fact);

    string SubjectOf(TFact fact);

    /// <summary>The keys of all facts that it holds.</summary>
    IEnumerable<FactKey> AllKeys { get; }

    /// <summary>Reads all of a fact that planning reads, so that what throws is known before.</summary>
    void Read(TFact fact, string subject, int index, DateOnly asOf);

    /// <summary>Makes room for a call of many facts.</summary>
    void Expect(int facts);

    /// <summary>Plans what becomes of some facts of a call; for <see cref="Operation.Remove"/> there are keys only.</summary>
    void Plan(Operation operation, ReadOnlySpan<FactKey> keys, ReadOnlySpan<TFact> facts, DateOnly asOf);
}
