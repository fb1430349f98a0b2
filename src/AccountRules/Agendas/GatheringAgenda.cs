namespace AccountRules.Agendas;

/// <summary>Rows that are each made of many facts: group by group, from turn to turn of its facts and rows.</summary>
internal static class GatheringAgenda
{
    public static IEnumerable<AgendaEntry> Entries<TRow>(GatheringCollector<TRow> collector, DateOnly until, Waivers waivers)
        where TRow : class =>
        collector.Groups.SelectMany(group => Entries(collector, group, until, waivers));

    private static IEnumerable<AgendaEntry> Entries<TRow>(GatheringCollector<TRow> collector, FactKey group, DateOnly until, Waivers waivers)
        where TRow : class
    {
        for (var turn = Next(collector.AsOf); turn is { } day && day <= until; turn = Next(day))
        {
            var before = Assess(day.AddDays(-1)).ToDictionary(a => a.Key);
            foreach (var after in Assess(day))
            {
                if (!before.TryGetValue(after.Key, out var was))
                    was = new(after.Rule, after.Judged, day.AddDays(-1), after.Rule.VerdictOf(-Cause.NotBegun.Number));

                if (new AgendaEntry(was, after) is { IsChange: true } entry)
                    yield return entry;
            }
        }

        IEnumerable<Assessment> Assess(DateOnly on) => waivers.Over(collector.Assess(group, on));

        DateOnly? Next(DateOnly after)
        {
            var own = collector.NextTurn(group, after);
            return waivers.IsEmpty ? own : Assess(after).Aggregate(own, (first, row) => Turns.First(after, first, Waivers.NextTurn(row.OwnWaivers, after)));
        }
    }
}
