using System.Runtime.InteropServices;

namespace AccountRules.Gathering;

/// <summary>
/// How many facts are of each period: which periods the data holds, now and once what is planned is made so; those given it always holds.
/// </summary>
internal sealed class PeriodCounts(IEnumerable<Period> given)
{
    private readonly Dictionary<Period, int> counts = given.ToDictionary(period => period, _ => 1);
    private readonly Dictionary<Period, int> changes = [];
    private Period[][]? planned;

    /// <summary>Whether the data will hold other periods than it does.</summary>
    public bool IsAnotherSet => changes.Count > 0 && changes.Keys.Any(Changes);

    /// <summary>Whether the data will hold a period.</summary>
    public bool WillHold(Period period) => counts.GetValueOrDefault(period) + changes.GetValueOrDefault(period) > 0;

    /// <summary>Whether the data will hold a period that it does not hold, or no more hold one that it does.</summary>
    public bool Changes(Period period) => counts.ContainsKey(period) != WillHold(period);

    /// <summary>Whether a period of the data starts after one day and up to another, or has ended by that one and not by the first.</summary>
    public bool AnyStartsOrEnds(DateOnly after, DateOnly to)
    {
        foreach (var period in counts.Keys)
        {
            if ((period.Start > after && period.Start <= to) || (period.End >= after && period.End < to))
                return true;
        }

        return false;
    }

    /// <summary>Plans that there is one fact more of a period, or one less: also one that could not be read.</summary>
    public void Plan(Period period, int more)
    {
        if (more == 0)
            return;

        CollectionsMarshal.GetValueRefOrAddDefault(changes, period, out _) += more;
        planned = null;
    }

    /// <summary>The periods that the data will hold: each kind apart, each in order.</summary>
    public Period[][] Planned() => planned ??=
    [
        .. (changes.Count == 0 ? counts.Keys : counts.Keys.Union(changes.Keys)).Where(WillHold)
            .GroupBy(p => p.Kind).OrderBy(kind => kind.Key).Select(kind => kind.Order().ToArray()),
    ];

    public void Commit()
    {
        foreach (var (period, more) in changes)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, period, out _);
            count += more;
            if (count == 0)
                counts.Remove(period);
        }

        changes.Clear();
    }

    public void Discard()
    {
        changes.Clear();
        planned = null;
    }
}
