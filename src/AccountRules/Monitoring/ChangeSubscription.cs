using System.Threading.Channels;

namespace AccountRules;

/// <summary>
/// The changes of a <see cref="PolicyMonitor"/> from one moment on, with the standings at that moment, so that the two together are always the monitor's standings.
/// The monitor never waits for a reader, and drops nothing silently: a reader that falls more changes behind than the capacity is cut off, and told so after it has
/// read what it was given. For one reader; disposing of it ends the changes.
/// </summary>
public sealed class ChangeSubscription : IAsyncEnumerable<StandingChange>, IDisposable
{
    private readonly Channel<StandingChange> channel;
    private readonly Action<ChangeSubscription> end;
    private readonly int capacity;

    internal ChangeSubscription(MonitorSnapshot start, int capacity, Action<ChangeSubscription> end)
    {
        (Start, this.capacity, this.end) = (start, capacity, end);
        channel = Channel.CreateBounded<StandingChange>(new BoundedChannelOptions(capacity) { SingleReader = true, SingleWriter = true });
    }

    /// <summary>The standings before the first change.</summary>
    public MonitorSnapshot Start { get; }

    /// <summary>The changes, in the order in which the monitor made them.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidOperationException">The reader fell too far behind and was cut off.</exception>
    public IAsyncEnumerator<StandingChange> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        channel.Reader.ReadAllAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>Ends the changes: a reader reads what it was given and then comes to the end.</summary>
    public void Dispose()
    {
        end(this);
        channel.Writer.TryComplete();
    }

    /// <summary>Gives the changes to the reader; <c>false</c> where it has been cut off.</summary>
    internal bool TryWrite(IReadOnlyList<StandingChange> changes)
    {
        foreach (var change in changes)
        {
            if (channel.Writer.TryWrite(change))
                continue;

            Complete(new(
                $"The reader fell more than {capacity} changes behind and was cut off: subscribe again, which begins with the standings of that moment, or with a greater capacity."));
            return false;
        }

        return true;
    }

    /// <summary>Ends the changes: the reader is told why after it has read what it was given.</summary>
    internal void Complete(InvalidOperationException reason) => channel.Writer.TryComplete(reason);
}
