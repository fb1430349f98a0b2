using System.Runtime.InteropServices;
using AccountRules.Expressions;

namespace AccountRules.Monitoring;

/// <summary>
/// Which slots turn on which day. A slot that is moved to another day leaves its old entry behind, which is passed over when that day comes; before such
/// entries make up most of it, they are cleared out.
/// </summary>
/// <param name="slots">The slots: an entry stands for something where its slot turns on that day.</param>
internal sealed class Calendar<T>(Chunks<Slot<T>> slots)
    where T : class
{
    private const int FewEntries = 1024;

    private readonly Dictionary<int, List<int>> days = [];
    private int scheduled;
    private int entries;

    /// <summary>Moves a slot, which turns on the new day already, from one day to another; 0 is no day.</summary>
    public void Move(int slot, int from, int to)
    {
        scheduled += (to != 0 ? 1 : 0) - (from != 0 ? 1 : 0);
        if (to != 0)
        {
            ref var turning = ref CollectionsMarshal.GetValueRefOrAddDefault(days, to, out _);
            (turning ??= []).Add(slot);
            entries++;
        }

        if (entries > FewEntries && entries > scheduled * 2)
            ClearOut();
    }

    /// <summary>Adds the slots that turn after one day and up to another, in ascending order, each once.</summary>
    public void Due(int after, int to, List<int> due)
    {
        if (to - after <= days.Count)
        {
            for (var day = after + 1; day <= to; day++)
            {
                if (days.TryGetValue(day, out var turning))
                    Take(day, turning, due);
            }
        }
        else
        {
            foreach (var (day, turning) in days)
            {
                if (day > after && day <= to)
                    Take(day, turning, due);
            }
        }

        due.Sort();
    }

    /// <summary>Forgets the days after one and up to another.</summary>
    public void Pass(int after, int to)
    {
        if (to - after <= days.Count)
        {
            for (var day = after + 1; day <= to; day++)
                Forget(day);
        }
        else
        {
            foreach (var day in days.Keys)
            {
                if (day > after && day <= to)
                    Forget(day);
            }
        }
    }

    private void Take(int day, List<int> turning, List<int> due)
    {
        Keep(day, turning);
        due.AddRange(turning);
    }

    private void Forget(int day)
    {
        if (days.Remove(day, out var turning))
            entries -= turning.Count;
    }

    private void ClearOut()
    {
        foreach (var (day, turning) in days)
        {
            Keep(day, turning);
            turning.TrimExcess();
            if (turning.Count == 0)
                days.Remove(day);
        }
    }

    /// <summary>Keeps the slots that turn on the day, each once, in ascending order.</summary>
    private void Keep(int day, List<int> turning)
    {
        turning.Sort();
        var kept = 0;
        for (var i = 0; i < turning.Count; i++)
        {
            if (i + Prefetch.Ahead < turning.Count)
                Prefetch.Place(in slots[turning[i + Prefetch.Ahead]]);

            if (slots[turning[i]].TurnsOn == day && (kept == 0 || turning[kept - 1] != turning[i]))
                turning[kept++] = turning[i];
        }

        entries -= turning.Count - kept;
        turning.RemoveRange(kept, turning.Count - kept);
    }
}
