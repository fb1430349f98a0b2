using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>Facts that have a standing each.</summary>
internal sealed class FactBook<TFact>(Func<Policy, Rule<TFact>> make, Rule<TFact> rule)
    : Book<TFact>(new FactKeys<TFact>(rule.Shape), rule), IFactBook<TFact>
    where TFact : class
{
    private readonly List<int> due = [];
    private Batch batch;

    private Rule<TFact> Judge => (Rule<TFact>)(Coming ?? InForce);

    public TFact? Find(in FactKey key) => Table.Find(key, Keys<TFact>.HashOf(key)) is var slot and not 0 ? Table[slot].Entry : null;

    public FactKey KeyOf(TFact fact) => Table.Keys.KeyOf(fact);

    public string SubjectOf(TFact fact) => Judge.Shape.Subject.Of(fact);

    public IEnumerable<FactKey> AllKeys => Table.AllKeys();

    public void Read(TFact fact, string subject, int index, DateOnly asOf) => Taken(fact, asOf, subject, index);

    void IFactBook<TFact>.Plan(Operation operation, ReadOnlySpan<FactKey> keys, ReadOnlySpan<TFact> facts, DateOnly asOf)
    {
        var planned = Plan.Extend(keys.Length);
        for (var i = 0; i < facts.Length; i++)
            planned[i] = Taken(facts[i], asOf, keys[i].Subject, Plan.Count > 1 ? Plan.Count - keys.Length + i : FactFailure.Alone);

        Table.Find(keys, planned);
        batch.Check(operation, keys, Plan, Table.Keys, Rule, holdsAll: Judge.Asks is null);
    }

    public override void PlanAdvance(DateOnly asOf, DateOnly to)
    {
        due.Clear();
        Table.Due(asOf, to, due);
        for (var i = 0; i < due.Count; i++)
        {
            Table.SendFor(due, i);
            Plan.Add(Again(due[i], to));
        }
    }

    public override void PlanSwap(Policy policy, DateOnly asOf)
    {
        Coming = make(policy);
        Plan.EnsureCapacity(Table.Count);
        foreach (var slot in Table.All())
            Plan.Add(Again(slot, asOf));
    }

    public override void Discard()
    {
        base.Discard();
        batch.Clear();
    }

    private Planned<TFact> Again(int slot, DateOnly asOf) => Judged(Table[slot].Entry!, asOf, Table[slot].Subject, FactFailure.Alone) with { Slot = slot };

    /// <summary>What becomes of a fact that comes in, of no account or of one that can be told from others.</summary>
    private Planned<TFact> Taken(TFact fact, DateOnly asOf, string subject, int index)
    {
        var judged = Judged(fact, asOf, subject, index);
        return Table.Keys.OwnerOf(fact) is { Length: > 0 } account && Ids.Fault(account) is { } fault
            ? throw FactFailure.Unclean(typeof(TFact), fault, Rule, index)
            : judged;
    }

    /// <summary>What becomes of a fact, wherever it is.</summary>
    private Planned<TFact> Judged(TFact fact, DateOnly asOf, string? subject, int index)
    {
        try
        {
            var owner = Table.Keys.OwnerOf(fact);
            Prefetch.Object(owner);
            var (verdict, turnsOn) = (Judge.Judge(fact, asOf), TurnsOn(asOf, Judge.NextTurn(fact, asOf), subject));
            return new(Slot: 0, fact, OwnerHash: Keys<TFact>.HashOf(owner), Verdict: verdict, TurnsOn: turnsOn, Payable: Judge.PayableOf(fact, verdict));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw UnreadFact.Of(typeof(TFact), subject, Rule, index, e);
        }
    }
}
