namespace AccountRules.Cli.Output;

/// <summary>Writes rows, such as assessments, as they come.</summary>
/// <typeparam name="T">The type of what a row is of.</typeparam>
internal abstract class RowWriter<T> : IDisposable
{
    /// <summary>Whether it writes a row when it comes, not when all are there.</summary>
    public virtual bool IsStreaming => true;

    /// <summary>What of the files could not be read, as is known when there are no more rows: a writer for people says it. Empty where all was.</summary>
    public string Unread { get; set; } = "";

    /// <summary>Writes rows, after which there are no more.</summary>
    /// <param name="rows">What they are of.</param>
    public void WriteAll(IEnumerable<T> rows)
    {
        foreach (var row in rows)
            Write(row);

        Complete();
    }

    /// <summary>Writes one row.</summary>
    /// <param name="item">What it is of.</param>
    public abstract void Write(T item);

    /// <summary>There are no more.</summary>
    public abstract void Complete();

    /// <summary>Lets go of what it writes with.</summary>
    public abstract void Dispose();
}
