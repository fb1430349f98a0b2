namespace AccountRules.Monitoring;

/// <summary>Each fact by itself: it is asked for its next change until that lies past the horizon.</summary>
internal sealed class FactAgenda<TFact>(Rule<TFact> rule, DateOnly asOf, DateOnly until, List<AgendaEntry> found) : AgendaCollector<TFact>
    where TFact : class
{
    public override void Add(TFact fact)
    {
        var verdict = rule.Judge(fact, asOf);
        var day = asOf;
        while (rule.ChangesOn(fact, day, verdict) is { } next && next <= until)
        {
            // The band may have changed between two changes of standing.
            var before = rule.Judge(fact, next.AddDays(-1));
            (day, verdict) = (next, rule.Judge(fact, next));
            found.Add(new(rule, fact, day, before, verdict));
        }
    }
}
