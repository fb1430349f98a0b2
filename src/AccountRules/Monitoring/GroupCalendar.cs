namespace AccountRules.Monitoring;

/// <summary>On which day what is said of a group may change with no new data.</summary>
internal sealed class GroupCalendar
{
    private readonly SortedSet<DateOnly> days = [];
    private readonly Dictionary<DateOnly, HashSet<FactKey>> groups = [];

    /// <summary>Adds the groups of the days up to another; where there is none, nothing is allocated.</summary>
    public void Until(DateOnly to, HashSet<FactKey> into)
    {
        if (days.Count == 0 || days.Min > to)
            return;

        foreach (var day in days.GetViewBetween(days.Min, to))
            into.UnionWith(groups[day]);
    }

    public void Move(in FactKey group, DateOnly? from, DateOnly? to)
    {
        if (from == to)
            return;

        if (from is { } before && groups.TryGetValue(before, out var those) && those.Remove(group) && those.Count == 0)
        {
            groups.Remove(before);
            days.Remove(before);
        }

        if (to is not { } day)
            return;

        if (days.Add(day))
            groups.Add(day, []);

        groups[day].Add(group);
    }
}
