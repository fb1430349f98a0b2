namespace AccountRules.Reports;

/// <summary>What comes next in one sheet: the first changes, and how many come on which day. Entries come in date order.</summary>
internal sealed class Upcoming(int most)
{
    private readonly List<AgendaEntry> first = [];
    private readonly List<(DateOnly On, long[] Changes)> days = [];

    public int Count { get; private set; }

    public IReadOnlyList<AgendaEntry> First => first;

    public IReadOnlyList<ReportDay> Days => [.. days.Select(d => new ReportDay { On = d.On, Changes = new(d.Changes) })];

    public void Add(AgendaEntry entry)
    {
        Count++;
        if (first.Count < most)
            first.Add(entry);

        // That a period has ended, and stands as it did, or that something is waived, asks for nothing.
        if (entry.Kind == ChangeKind.Moved && entry.ActBy is null && !entry.StandsAgain)
            return;

        if (days.Count == 0 || days[^1].On != entry.On)
            days.Add((entry.On, new long[Standings.Count]));

        days[^1].Changes[(int)entry.To]++;
    }
}
