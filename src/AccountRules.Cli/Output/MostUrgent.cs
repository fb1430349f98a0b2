namespace AccountRules.Cli.Output;

/// <summary>Keeps the assessments most in need of attention, up to a number, and counts all.</summary>
/// <param name="most">How many it keeps.</param>
internal sealed class MostUrgent(int most)
{
    private readonly PriorityQueue<Assessment, Urgency> least = new(Urgency.LeastFirst);

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>Takes an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    public void Add(Assessment assessment)
    {
        var urgency = Urgency.Of(assessment, Count++);
        if (least.Count < most)
            least.Enqueue(assessment, urgency);
        else
            least.EnqueueDequeue(assessment, urgency);
    }

    /// <summary>Those kept, the most urgent first.</summary>
    public IEnumerable<Assessment> All() => least.UnorderedItems.OrderByDescending(i => i.Priority, Urgency.LeastFirst).Select(i => i.Element);
}
