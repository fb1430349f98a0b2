namespace AccountRules.Agendas;

/// <summary>Each fact by itself, from turn to turn until these lie past the horizon; between two turns its verdict and its waiver stay.</summary>
internal sealed class FactAgenda<TFact>(Rule<TFact> rule, DateOnly asOf, DateOnly until, Waivers waivers, List<AgendaEntry> found) : FactTaker<TFact>
    where TFact : class
{
    public override void Add(TFact fact)
    {
        var own = waivers.IsEmpty ? null : waivers.Of(rule.Id, rule.SubjectOf(fact));
        var before = rule.Judge(fact, asOf);
        for (var turn = Next(fact, own, asOf); turn is { } day && day <= until; turn = Next(fact, own, day))
        {
            var after = rule.Judge(fact, day);
            if (new AgendaEntry(rule, fact, day, before, after, own) is { IsChange: true } entry)
                found.Add(entry);

            before = after;
        }
    }

    private DateOnly? Next(TFact fact, Waiver[]? own, DateOnly after) => Turns.First(after, rule.NextTurn(fact, after), Waivers.NextTurn(own, after));
}
