namespace AccountRules.Monitoring;

/// <summary>
/// What may be judged otherwise on which day with no new data. What is moved to another day leaves its old place behind, which is passed over when that day
/// comes; before such places make up most of it, they are cleared out.
/// </summary>
/// <param name="dayOf">The number of the day that one is of, 0 for none: its places under other days stand for nothing.</param>
internal sealed class Calendar<T>(Func<T, int> dayOf)
    where T : struct, IEquatable<T>
{
    private const int FewPlaces = 1024;

    private readonly SortedList<int, List<T>> days = [];
    private int scheduled;
    private int places;

    /// <summary>Moves one, which is of the new day already, from one day to another; 0 is no day.</summary>
    public void Move(T one, int from, int to)
    {
        if (from == to)
            return;

        scheduled += (to != 0 ? 1 : 0) - (from != 0 ? 1 : 0);
        if (to != 0)
        {
            if (!days.TryGetValue(to, out var ofDay))
                days.Add(to, ofDay = []);

            ofDay.Add(one);
            places++;
        }

        if (places > FewPlaces && places > scheduled * 2)
            ClearOut();
    }

    /// <summary>Adds those of the days up to another, each once.</summary>
    public void Due(DateOnly to, ICollection<T> due)
    {
        for (var i = 0; i < days.Count && days.GetKeyAtIndex(i) <= to.DayNumber; i++)
        {
            foreach (var one in Kept(i))
                due.Add(one);
        }
    }

    /// <summary>Forgets the days up to another.</summary>
    public void Pass(DateOnly to)
    {
        while (days.Count > 0 && days.GetKeyAtIndex(0) <= to.DayNumber)
        {
            places -= days.GetValueAtIndex(0).Count;
            days.RemoveAt(0);
        }
    }

    private void ClearOut()
    {
        for (var i = days.Count - 1; i >= 0; i--)
        {
            var ofDay = Kept(i);
            ofDay.TrimExcess();
            if (ofDay.Count == 0)
                days.RemoveAt(i);
        }
    }

    /// <summary>What is of a day, each once, in ascending order: nothing else is kept there.</summary>
    private List<T> Kept(int index)
    {
        var (day, ofDay, kept) = (days.GetKeyAtIndex(index), days.GetValueAtIndex(index), 0);
        ofDay.Sort();
        for (var i = 0; i < ofDay.Count; i++)
        {
            if (dayOf(ofDay[i]) == day && (kept == 0 || !ofDay[kept - 1].Equals(ofDay[i])))
                ofDay[kept++] = ofDay[i];
        }

        places -= ofDay.Count - kept;
        ofDay.RemoveRange(kept, ofDay.Count - kept);
        return ofDay;
    }
}
