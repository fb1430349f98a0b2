using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>Facts that have a standing each.</summary>
internal sealed class FactBook<TFact>(Func<Policy, Rule<TFact>> make, Rule<TFact> rule)
    : Book<TFact>(Keys<TFact>.Of(rule.Shape), rule), IFactBook<TFact>, IEqualityComparer<int>
    where TFact : class
{
    private readonly List<int> due = [];

    /// <summary>The places in the plan that a call of many facts has come by, each of a key of its own.</summary>
    private HashSet<int>? seen;

    private Rule<TFact> Judge => (Rule<TFact>)(Coming ?? InForce);

    public TFact? Find(in FactKey key) => Table.Find(key) is var slot and not 0 ? Table[slot].Entry : null;

    public FactKey KeyOf(TFact fact) => Table.Keys.KeyOf(fact);

    public string SubjectOf(TFact fact) => Judge.Shape.Subject.Of(fact);

    public IEnumerable<FactKey> AllKeys => Table.AllKeys();

    public void Read(TFact fact, string subject, int index, DateOnly asOf) => Taken(fact, asOf, subject, index);

    public void Expect(int facts) => Plan.EnsureCapacity(Plan.Count + facts);

    void IFactBook<TFact>.Plan(Operation operation, ReadOnlySpan<FactKey> keys, ReadOnlySpan<TFact> facts, DateOnly asOf)
    {
        Span<int> hashes = stackalloc int[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            hashes[i] = Keys<TFact>.HashOf(keys[i]);

        Table.Send(hashes);
        var isAlone = Plan.Count + keys.Length == 1;
        for (var i = 0; i < keys.Length; i++)
        {
            var index = isAlone ? FactFailure.Alone : Plan.Count;
            var slot = Table.Find(keys[i], hashes[i]);
            Plan.Add(facts.IsEmpty ? new(slot, Entry: null, keys[i].Subject, hashes[i]) : Taken(facts[i], asOf, keys[i].Subject, index, slot, hashes[i]));
            Check(operation, keys[i], slot, index);
        }
    }

    public override void PlanAdvance(DateOnly asOf, DateOnly to)
    {
        Table.Due(to, due);
        foreach (var slot in due)
            Plan.Add(Again(slot, to));
    }

    public override void PlanSwap(Policy policy, DateOnly asOf)
    {
        Coming = make(policy);
        foreach (var slot in Table.All())
        {
            var planned = Again(slot, asOf);
            if (!Stays(slot, planned.Verdict, planned.Payable) || !Table.IsWhereItWas(planned))
                Plan.Add(planned);
        }
    }

    public override void Discard()
    {
        base.Discard();
        seen = null;
    }

    /// <summary>Refuses what cannot be done with a key. What is not there may be a fact that the rule was not asked of.</summary>
    private void Check(Operation operation, in FactKey key, int slot, int index)
    {
        if (operation == Operation.Add && slot != 0)
            throw FactFailure.Known(typeof(TFact), key, Rule, index);

        if (operation is Operation.Update or Operation.Remove && slot == 0 && Judge.Asks is null)
            throw FactFailure.Unknown(typeof(TFact), key, Rule, index);

        if (index == FactFailure.Alone)
            return;

        seen ??= new(this);
        if (!seen.Add(index))
            throw FactFailure.Twice(typeof(TFact), key, Rule, index);
    }

    bool IEqualityComparer<int>.Equals(int x, int y) =>
        Plan[x].Slot == Plan[y].Slot && (Plan[x].Slot != 0 || KeyOf(Plan[x].Entry!) == KeyOf(Plan[y].Entry!));

    int IEqualityComparer<int>.GetHashCode(int obj) => Plan[obj].Hash;

    private Planned<TFact> Again(int slot, DateOnly asOf) => Judged(Table[slot].Entry!, asOf, Table[slot].Subject, FactFailure.Alone, slot);

    /// <summary>What becomes of a fact that comes in, of no account or of one that can be told from others.</summary>
    private Planned<TFact> Taken(TFact fact, DateOnly asOf, string subject, int index, int slot = 0, int hash = 0)
    {
        var judged = Judged(fact, asOf, subject, index, slot, hash);
        return Table.Keys.OwnerOf(fact) is { Length: > 0 } account && Ids.Fault(account) is { } fault
            ? throw FactFailure.Unclean(typeof(TFact), fault, Rule, index)
            : judged;
    }

    /// <summary>What becomes of a fact, wherever it is.</summary>
    private Planned<TFact> Judged(TFact fact, DateOnly asOf, string? subject, int index, int slot, int hash = 0)
    {
        try
        {
            var owner = Table.Keys.OwnerOf(fact);
            Prefetch.Object(owner);
            var (verdict, turnsOn) = (Judge.Judge(fact, asOf), TurnsOn(asOf, Judge.NextTurn(fact, asOf), subject));
            return new(slot, fact, subject, hash, Keys<TFact>.HashOf(owner), verdict, turnsOn, Judge.PayableOf(fact, verdict));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw UnreadFact.Of(typeof(TFact), subject, Rule, index, e);
        }
    }
}
