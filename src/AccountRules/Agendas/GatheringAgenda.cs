namespace AccountRules.Agendas;

/// <summary>Rows that are each made of many facts: group by group, from turn to turn of its facts and rows.</summary>
internal static class GatheringAgenda
{
    public static IEnumerable<AgendaEntry> Entries<TRow>(GatheringCollector<TRow> collector, DateOnly until)
        where TRow : class =>
        collector.Groups.SelectMany(group => Entries(collector, group, until));

    private static IEnumerable<AgendaEntry> Entries<TRow>(GatheringCollector<TRow> collector, FactKey group, DateOnly until)
        where TRow : class
    {
        for (var turn = collector.NextTurn(group, collector.AsOf); turn is { } day && day <= until; turn = collector.NextTurn(group, day))
        {
            var before = collector.Assess(group, day.AddDays(-1)).ToDictionary(a => a.Key);
            foreach (var after in collector.Assess(group, day))
            {
                if (!before.TryGetValue(after.Key, out var was))
                    was = new(after.Rule, after.Judged, day.AddDays(-1), after.Rule.VerdictOf(-Cause.NotBegun.Number));

                if (!was.Rule.SaysSame(was.Verdict, after.Rule, after.Verdict))
                    yield return new(was, after);
            }
        }
    }
}
