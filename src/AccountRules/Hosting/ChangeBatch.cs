using AccountRules.Monitoring;

namespace AccountRules.Hosting;

/// <summary>The changes of one call to a monitor, such as all those of a day.</summary>
public sealed class ChangeBatch
{
    internal ChangeBatch(DateOnly asOf, StandingChange[] changes)
        : this(asOf, changes.Length, changes.Select(change => change.ToRecord()))
    {
    }

    internal ChangeBatch(DateOnly asOf, ToldChange[] changes)
        : this(asOf, changes.Length, changes.Select(change => change.ToRecord()))
    {
    }

    private ChangeBatch(DateOnly asOf, int count, IEnumerable<StandingChangeRecord> changes) => (AsOf, Count, Changes) = (asOf, count, changes);

    /// <summary>
    /// The evaluation date since which they hold: what <see cref="LastTold.Date"/> is once the batch is taken. Never earlier than that of the batch before.
    /// </summary>
    public DateOnly AsOf { get; }

    /// <summary>How many changes there are.</summary>
    public int Count { get; }

    /// <summary>
    /// The changes in their order: by rule in the order of the rules, then by key. The records are made one by one as they are read, each time anew.
    /// </summary>
    public IEnumerable<StandingChangeRecord> Changes { get; }
}
