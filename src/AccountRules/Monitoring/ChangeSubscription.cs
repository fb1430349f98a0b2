using System.Threading.Channels;
using AccountRules.Monitoring;

namespace AccountRules;

/// <summary>
/// The changes of a <see cref="PolicyMonitor"/> from one moment on, with the standings at that moment, so that the two together are always the monitor's
/// standings. The monitor never waits for a reader, and drops nothing silently: a reader that falls more changes behind than the capacity is cut off, and told
/// so after it has read what it was given. For one reader; disposing of it ends the changes.
/// </summary>
/// <remarks>
/// What is not yet read is held once for all subscriptions, about 64 bytes for a change. A subscription that nobody holds or reads any more is forgotten, also
/// where it was not disposed of; one that is held keeps what it has to read, and the memory of <see cref="Start"/>.
/// </remarks>
public sealed class ChangeSubscription : IAsyncEnumerable<StandingChange>, IDisposable
{
    private readonly Lock gate = new();
    private readonly Queue<ChangePage> pages = new();
    private readonly Channel<bool> signal =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Action<ChangeSubscription> end;
    private readonly int capacity;
    private int next;
    private int unread;

    internal ChangeSubscription(MonitorSnapshot start, int capacity, Action<ChangeSubscription> end) =>
        (Start, this.capacity, this.end) = (start, capacity, end);

    /// <summary>The standings before the first change.</summary>
    public MonitorSnapshot Start { get; }

    /// <summary>What tells a waiting reader that there is something to read, or no more to come.</summary>
    internal ChannelWriter<bool> Signal => signal.Writer;

    /// <summary>The changes, in the order in which the monitor made them.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidOperationException">The reader fell too far behind and was cut off, or the monitor is broken.</exception>
    public async IAsyncEnumerator<StandingChange> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        do
        {
            // Taken before the changes are read: what comes meanwhile gives the signal again.
            signal.Reader.TryRead(out _);
            while (TryRead(out var change))
                yield return change;
        }
        while (await signal.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Ends the changes: a reader reads what it was given and then comes to the end.</summary>
    public void Dispose()
    {
        end(this);
        Signal.TryComplete();
    }

    /// <summary>Gives changes to the reader; <c>false</c> where it has been cut off.</summary>
    internal bool Give(ChangePage page, int from, int count)
    {
        bool hadRead;
        int taken;
        lock (gate)
        {
            (hadRead, taken) = (unread == 0, Math.Min(count, capacity - unread));
            if (hadRead)
                next = from;

            if (taken > 0 && (hadRead || from == 0))
                pages.Enqueue(page);

            unread += taken;
        }

        // A reader waits only where it has read everything.
        if (hadRead)
            Signal.TryWrite(true);

        if (taken == count)
            return true;

        Signal.TryComplete(new InvalidOperationException(
            $"The reader fell more than {capacity} changes behind and was cut off: subscribe again, which begins with the standings of that moment, "
            + $"or with a greater capacity."));
        return false;
    }

    private bool TryRead(out StandingChange change)
    {
        lock (gate)
        {
            change = default;
            if (unread == 0)
                return false;

            change = pages.Peek()[next++];
            if (--unread == 0)
            {
                pages.Clear();
            }
            else if (next == ChangePage.Size)
            {
                pages.Dequeue();
                next = 0;
            }

            return true;
        }
    }
}
