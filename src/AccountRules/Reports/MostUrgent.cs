namespace AccountRules;

/// <summary>Keeps the assessments most in need of attention, up to a number, and counts all. The command line compiles this file too.</summary>
/// <param name="most">How many it keeps.</param>
internal sealed class MostUrgent(int most)
{
    private readonly PriorityQueue<Assessment, Urgency> least = new(Urgency.LeastFirst);

    private readonly long[] counts = new long[Enum.GetValues<Standing>().Length];

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>Takes an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    public void Add(Assessment assessment)
    {
        counts[(int)assessment.Standing]++;
        Keep(assessment, Urgency.Of(assessment, Count++));
    }

    /// <summary>Takes what another one kept, and counts what it counted: the most urgent of both together are among those that either kept.</summary>
    /// <param name="other">The other one; what it kept comes after what is here already.</param>
    public void Add(MostUrgent other)
    {
        foreach (var (assessment, urgency) in other.least.UnorderedItems)
            Keep(assessment, urgency with { Order = Count + urgency.Order });

        Count += other.Count;
        for (var i = 0; i < counts.Length; i++)
            counts[i] += other.counts[i];
    }

    /// <summary>How many there were of each standing.</summary>
    public StandingCounts Standings => new([.. counts.Select((count, i) => new StandingCount { Standing = (Standing)i, Count = count })]);

    /// <summary>Those kept, the most urgent first.</summary>
    public IReadOnlyList<Assessment> All()
    {
        var rest = new PriorityQueue<Assessment, Urgency>(least.UnorderedItems, Urgency.LeastFirst);
        var all = new Assessment[rest.Count];
        for (var i = all.Length - 1; i >= 0; i--)
            all[i] = rest.Dequeue();

        return all;
    }

    private void Keep(Assessment assessment, Urgency urgency)
    {
        if (least.Count < most)
            least.Enqueue(assessment, urgency);
        else
            least.EnqueueDequeue(assessment, urgency);
    }
}
