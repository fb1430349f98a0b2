namespace AccountRules.Monitoring;

/// <summary>Takes the facts of one type for a book that makes rows of several.</summary>
internal sealed class SourceBook<TFact>(IGatheringBook book, int source) : IFactBook<TFact>, ITogether<TFact>
    where TFact : class
{
    public Rule Rule => book.Rule;

    public TFact? Find(in FactKey key) => (TFact?)book.Find(source, key);

    public FactKey KeyOf(TFact fact) => book.Source(source).KeyOf(fact);

    public string SubjectOf(TFact fact) => book.Source(source).SubjectOf(fact);

    public IFactBook<TFact> Taker => this;

    public Skips Skips => book.SkipsOf(source);

    public SkippedFact? Skipped(TFact? fact, LoadProblem problem) =>
        SkippedFact.Of(fact, problem, this) is var skipped && skipped.Key?.Period < book.From ? null : skipped.In(book.Source(source), fact);

    public IEnumerable<FactKey> AllKeys => book.AllKeys(source);

    public void Read(TFact fact, string subject, int index, DateOnly asOf) => GroupsOf(fact, subject, index, asOf);

    private FactKey[] GroupsOf(TFact fact, string subject, int index, DateOnly asOf)
    {
        FactKey[] groups;
        try
        {
            groups = book.Read(source, fact, asOf);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw UnreadFact.Of(typeof(TFact), subject, Rule, index, e);
        }

        if (Ids.Fault(groups) is { } fault)
            throw FactFailure.Unclean(typeof(TFact), fault, Rule, index);

        if (book.From is { } first && KeyOf(fact) is var key && key.Period < first)
            throw FactFailure.BeforeFirst(typeof(TFact), key, first, Rule, index);

        return groups;
    }

    public void Expect(int facts) => book.Planned(source).Expect(facts);

    public void Plan(Operation operation, ReadOnlySpan<FactKey> keys, ReadOnlySpan<TFact> facts, DateOnly asOf)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var planned = book.Planned(source);
            var index = keys.Length > 1 || planned.Count > 0 ? planned.Count : FactFailure.Alone;
            var known = book.Find(source, keys[i]);
            if (operation == Operation.Add && known is not null)
                throw FactFailure.Known(typeof(TFact), keys[i], Rule, index);

            if (operation is Operation.Update or Operation.Remove && known is null)
                throw FactFailure.Unknown(typeof(TFact), keys[i], Rule, index);

            if (planned.Has(keys[i]))
                throw FactFailure.Twice(typeof(TFact), keys[i], Rule, index);

            if (operation == Operation.Remove)
                book.PlanFact(source, keys[i], known, fact: null, of: []);
            else
                book.PlanFact(source, keys[i], known, facts[i], GroupsOf(facts[i], keys[i].Subject, index, asOf));
        }
    }
}
