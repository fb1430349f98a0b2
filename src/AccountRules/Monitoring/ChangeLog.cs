using System.Numerics;
using System.Threading.Channels;

namespace AccountRules.Monitoring;

/// <summary>
/// The changes that a monitor has told of, written once for all who read them, in pages that live as long as someone has them to read. A subscription that
/// nobody holds any more is forgotten: only the signal that a waiting reader waits for is held for it. For one writer at a time.
/// </summary>
internal sealed class ChangeLog
{
    private readonly List<(WeakReference<ChangeSubscription> Reader, ChannelWriter<bool> Signal)> readers = [];
    private ChangePage page = new();

    public void Add(ChangeSubscription reader)
    {
        // Now and then, for a monitor that tells of no change.
        if (BitOperations.IsPow2(readers.Count))
            readers.RemoveAll(r => !r.Reader.TryGetTarget(out _));

        readers.Add((new(reader), reader.Signal));
    }

    public void Remove(ChangeSubscription reader) => readers.RemoveAll(r => r.Reader.TryGetTarget(out var one) && ReferenceEquals(one, reader));

    /// <summary>Writes the changes of a call, and gives them to all readers.</summary>
    public void Publish(ReadOnlySpan<StandingChange> changes)
    {
        while (readers.Count > 0 && !changes.IsEmpty)
        {
            if (page.Room == 0)
                page = new();

            var (from, count) = (page.Count, Math.Min(page.Room, changes.Length));
            page.Write(changes[..count]);
            changes = changes[count..];
            readers.RemoveAll(r => !r.Reader.TryGetTarget(out var reader) || !reader.Give(page, from, count));
        }

        if (readers.Count == 0 && page.Count > 0)
            page = new();
    }

    /// <summary>Ends the changes of all readers: each is told why after it has read what it was given.</summary>
    public void Complete(Exception reason)
    {
        foreach (var (_, signal) in readers)
            signal.TryComplete(reason);

        readers.Clear();
    }
}
