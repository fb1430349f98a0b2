namespace AccountRules.Agendas;

/// <summary>Each fact by itself, from turn to turn until these lie past the horizon; between two turns its verdict stays.</summary>
internal sealed class FactAgenda<TFact>(Rule<TFact> rule, DateOnly asOf, DateOnly until, List<AgendaEntry> found) : AgendaCollector<TFact>
    where TFact : class
{
    public override void Add(TFact fact)
    {
        var before = rule.Judge(fact, asOf);
        for (var turn = rule.NextTurn(fact, asOf); turn is { } day && day <= until; turn = rule.NextTurn(fact, day))
        {
            var after = rule.Judge(fact, day);
            if (!rule.SaysSame(before, rule, after))
                found.Add(new(rule, fact, day, before, after));

            before = after;
        }
    }
}
