using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>A book that takes facts of several types, each by the place of its source.</summary>
internal interface IGatheringBook
{
    Rule Rule { get; }

    /// <summary>Before it facts are refused; <c>null</c> where none is.</summary>
    Period? From { get; }

    /// <summary>What was taken in with a key; <c>null</c> where there is nothing.</summary>
    object? Find(int source, in FactKey key);

    GatheringSource Source(int source);

    Skips SkipsOf(int source);

    IEnumerable<FactKey> AllKeys(int source);

    /// <summary>Reads all of a fact that planning reads.</summary>
    /// <returns>The groups that it belongs to.</returns>
    FactKey[] Read(int source, object fact, DateOnly asOf);

    /// <summary>What the call has planned of a source so far.</summary>
    PlannedFacts Planned(int source);

    /// <summary>Plans what becomes of what has a key, and is known so far, in which groups; <c>null</c> is none.</summary>
    void PlanFact(int source, in FactKey key, object? known, object? fact, FactKey[] of);
}
