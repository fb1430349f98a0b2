namespace AccountRules.Monitoring;

/// <summary>A book that takes facts of several types, each by the place of its source.</summary>
internal interface IGatheringBook
{
    Rule Rule { get; }

    /// <summary>What was taken in with a key; <c>null</c> where there is nothing.</summary>
    object? Find(int source, in FactKey key);

    GatheringSource Source(int source);

    Skips SkipsOf(int source);

    IEnumerable<FactKey> AllKeys(int source);

    /// <summary>Reads all of a fact that planning reads; what is wrong with the ids of its groups, <c>null</c> where nothing is.</summary>
    string? Read(int source, object fact);

    bool IsPlanned(int source, in FactKey key);

    /// <summary>How many facts of a source the call has planned so far.</summary>
    int PlannedCount(int source);

    /// <summary>Plans what becomes of what has a key; <c>null</c> is to go.</summary>
    void PlanFact(int source, in FactKey key, object? fact);
}
