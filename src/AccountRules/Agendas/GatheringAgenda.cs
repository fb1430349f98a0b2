using AccountRules.Gathering;

namespace AccountRules.Agendas;

/// <summary>Rows that are each made of many facts: from turn to turn, each beside what it was the day before.</summary>
internal static class GatheringAgenda
{
    public static IEnumerable<AgendaEntry> Entries(RowsInTime rows, DateOnly asOf, DateOnly until, Waivers waivers)
    {
        for (var turn = Next(asOf); turn is { } day && day <= until; turn = Next(day))
        {
            foreach (var (before, after) in RowsInTime.Pair(On(day.AddDays(-1)), On(day), rows.Order))
            {
                var entry = new AgendaEntry(before ?? Absent(after!.Value, day.AddDays(-1)), after ?? Absent(before!.Value, day));
                if (entry.IsChange || entry.Before.Movement != entry.After.Movement)
                    yield return entry;
            }
        }

        IEnumerable<Assessment> On(DateOnly day) => waivers.Apply(rows.On(day));

        DateOnly? Next(DateOnly after)
        {
            var own = rows.NextTurn(after);
            return waivers.IsEmpty ? own : On(after).Aggregate(own, (first, row) => Turns.First(after, first, Waivers.NextTurn(row.OwnWaivers, after)));
        }
    }

    /// <summary>The row on a date on which there is none: it has not begun.</summary>
    private static Assessment Absent(Assessment row, DateOnly on) => new(
        row.Rule, row.Judged is Tracked tracked ? tracked with { Movement = null } : row.Judged, on, row.Rule.VerdictOf(-Cause.NotBegun.Number));
}
