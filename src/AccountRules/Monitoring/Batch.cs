namespace AccountRules.Monitoring;

/// <summary>Refuses what cannot be done with a key, in one call for one fact or for many.</summary>
internal struct Batch
{
    private HashSet<FactKey>? keys;
    private FactKey first;

    /// <summary>Refuses an operation; so many facts of the same call have been planned before.</summary>
    public void Check<TFact>(Operation operation, in FactKey key, bool isKnown, int planned)
    {
        if (operation == Operation.Add && isKnown)
            throw new ArgumentException($"{typeof(TFact).Name} `{key}` is monitored already: update it, or remove it first.", nameof(key));

        if (operation is Operation.Update or Operation.Remove && !isKnown)
            throw new KeyNotFoundException($"{typeof(TFact).Name} `{key}` is not monitored: add it first.");

        if (planned == 0)
        {
            first = key;
            return;
        }

        if (planned == 1)
            keys = [first];

        if (!keys!.Add(key))
            throw new ArgumentException($"{typeof(TFact).Name} `{key}` comes twice in one call: give each fact once.", nameof(key));
    }

    /// <summary>Forgets the keys of the call.</summary>
    public void Clear() => keys = null;
}
