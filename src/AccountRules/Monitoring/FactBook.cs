namespace AccountRules.Monitoring;

/// <summary>Facts that have a standing each.</summary>
internal sealed class FactBook<TFact>(Func<Policy, Rule<TFact>> make, Rule<TFact> rule, Func<TFact, DateOnly?>? startedOn = null)
    : Book<TFact>(new FactKeys<TFact>(rule.Facets, startedOn), rule), IFactBook<TFact>
    where TFact : class
{
    private readonly List<int> due = [];
    private Batch batch;

    private Rule<TFact> Judge => (Rule<TFact>)(Coming ?? InForce);

    public TFact? Find(in FactKey key) => Table.Find(key, Keys<TFact>.HashOf(key)) is var slot and not 0 ? Table[slot].Entry : null;

    public FactKey KeyOf(TFact fact) => Table.Keys.KeyOf(fact);

    void IFactBook<TFact>.Plan(Operation operation, in FactKey key, TFact? fact, DateOnly asOf)
    {
        var hash = Keys<TFact>.HashOf(key);
        var slot = Table.Find(key, hash);
        batch.Check<TFact>(operation, key, slot != 0, Plan.Count);
        Plan.Add(operation == Operation.Remove ? new(slot, Entry: null) : Judged(slot, fact!, key.Subject, hash, asOf));
    }

    public override void PlanAdvance(DateOnly asOf, DateOnly to)
    {
        due.Clear();
        Table.Due(asOf, to, due);
        foreach (var slot in due)
            Plan.Add(Again(slot, to));
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

    private Planned<TFact> Again(int slot, DateOnly asOf) => Judged(slot, Table[slot].Entry!, Table[slot].Subject, Table[slot].Hash, asOf);

    private Planned<TFact> Judged(int slot, TFact fact, string? subject, int hash, DateOnly asOf) =>
        new(slot, fact, subject, hash, Keys<TFact>.HashOf(Table.Keys.OwnerOf(fact)), Judge.Judge(fact, asOf), Judge.NextTurn(fact, asOf)?.DayNumber ?? 0);
}
