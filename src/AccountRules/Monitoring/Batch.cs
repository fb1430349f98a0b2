namespace AccountRules.Monitoring;

/// <summary>Refuses what cannot be done with a key, in one call for one fact or for many.</summary>
internal struct Batch
{
    private HashSet<int>? seen;

    /// <summary>
    /// Refuses an operation on the facts that have been planned last, which have these keys. What is not there may be a fact that the rule was not asked of.
    /// </summary>
    public void Check<TFact>(Operation operation, ReadOnlySpan<FactKey> keys, List<Planned<TFact>> plan, Keys<TFact> by, Rule rule, bool holdsAll)
        where TFact : class
    {
        if (plan.Count > 1)
            seen ??= new(new ByKey<TFact>(plan, by));

        for (var i = 0; i < keys.Length; i++)
        {
            var at = plan.Count - keys.Length + i;
            var index = plan.Count > 1 ? at : FactFailure.Alone;
            var isKnown = plan[at].Slot != 0;
            if (operation == Operation.Add && isKnown)
                throw FactFailure.Known(typeof(TFact), keys[i], rule, index);

            if (operation is Operation.Update or Operation.Remove && !isKnown && holdsAll)
                throw FactFailure.Unknown(typeof(TFact), keys[i], rule, index);

            if (seen?.Add(at) == false)
                throw FactFailure.Twice(typeof(TFact), keys[i], rule, index);
        }
    }

    /// <summary>Forgets the keys of the call.</summary>
    public void Clear() => seen = null;

    /// <summary>Places in a plan, the same where they are of one key: of one slot, or new with equal keys.</summary>
    private sealed class ByKey<TFact>(List<Planned<TFact>> plan, Keys<TFact> by) : IEqualityComparer<int>
        where TFact : class
    {
        public bool Equals(int x, int y) => plan[x].Slot == plan[y].Slot && (plan[x].Slot != 0 || by.KeyOf(plan[x].Entry!) == by.KeyOf(plan[y].Entry!));

        public int GetHashCode(int obj) => plan[obj].Hash;
    }
}
