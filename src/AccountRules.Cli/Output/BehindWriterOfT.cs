using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace AccountRules.Cli.Output;

/// <summary>
/// Writes rows on a thread of its own, in the order in which they come, so that the next ones are read and judged meanwhile. It holds some thousands of rows at
/// most: where writing falls behind, reading waits. Where writing fails, the next row that comes hears of it.
/// </summary>
/// <typeparam name="T">The type of what a row is of.</typeparam>
internal sealed class BehindWriter<T> : RowWriter<T>
{
    private const int RowsAtOnce = 512;
    private const int MostWaiting = 8;

    private readonly RowWriter<T> writer;
    private readonly BlockingCollection<ArraySegment<T>> waiting = new(MostWaiting);
    private readonly Thread thread;
    private T[] rows = new T[RowsAtOnce];
    private int count;
    private volatile ExceptionDispatchInfo? failure;

    private BehindWriter(RowWriter<T> writer)
    {
        this.writer = writer;
        thread = new(WriteAll) { IsBackground = true, Name = "output" };
        thread.Start();
    }

    /// <inheritdoc/>
    public override bool IsStreaming => writer.IsStreaming;

    /// <summary>The writer, on a thread of its own where there is a processor for it.</summary>
    /// <param name="writer">Writes the rows.</param>
    public static RowWriter<T> Of(RowWriter<T> writer) => Environment.ProcessorCount > 1 ? new BehindWriter<T>(writer) : writer;

    /// <inheritdoc/>
    public override void Write(T item)
    {
        rows[count++] = item;
        if (count == RowsAtOnce)
            HandOver();
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        HandOver();
        Finish();
        failure?.Throw();
        writer.Complete();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Finish();
        waiting.Dispose();
        writer.Dispose();
    }

    private void HandOver()
    {
        failure?.Throw();
        waiting.Add(new(rows, 0, count));
        (rows, count) = (new T[RowsAtOnce], 0);
    }

    private void Finish()
    {
        waiting.CompleteAdding();
        thread.Join();
    }

    private void WriteAll()
    {
        foreach (var some in waiting.GetConsumingEnumerable())
        {
            // After a failure the rest is taken all the same, or handing over would wait for ever.
            if (failure is not null)
                continue;

            try
            {
                foreach (var row in some)
                    writer.Write(row);
            }
#pragma warning disable CA1031 // it is thrown on the thread that hands over
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
#pragma warning restore CA1031
        }
    }
}
