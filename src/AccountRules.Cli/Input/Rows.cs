namespace AccountRules.Cli.Input;

/// <summary>The rows of a fact file, one at a time. What a row's values mean is read by <see cref="Row"/>; here is only how the file is written.</summary>
internal abstract class Rows : IDisposable
{
    private readonly FileStream source;

    private protected Rows(FactFile file, FileStream stream, IReadOnlyList<Column> columns, RowProblems problems, Action<string> tell) =>
        (File, source, Columns, Problems, Tell) = (file, stream, columns, problems, tell);

    /// <summary>The columns that the facts have.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Takes what is wrong with rows.</summary>
    public RowProblems Problems { get; }

    /// <summary>How many bytes of the file have been read; <c>null</c> where its length is not known.</summary>
    public long? BytesRead => source.CanSeek && source.Length > 0 ? source.Position : null;

    /// <summary>Whether something in the row that is no value of a column is wrong and was told, so that the row is rejected whatever its values are.</summary>
    public bool IsFlawed { get; private protected set; }

    /// <summary>
    /// Whether the row has more or fewer values than columns, which was told: its values may stand in the wrong columns, and no more is told of them.
    /// </summary>
    public bool IsMisaligned { get; private protected set; }

    /// <summary>Whether the file may leave out columns, and then which it has: a bit for each of <see cref="Columns"/>.</summary>
    public virtual ulong There => ulong.MaxValue;

    /// <summary>Whether what stands in a column may be no value at all, so that <see cref="Unfit"/> is to be asked.</summary>
    public bool MayBeUnfit { get; private protected init; }

    private protected FactFile File { get; }

    private protected Action<string> Tell { get; }

    /// <summary>The value of a column in the row, as UTF-8; empty where there is none. Valid until the next row.</summary>
    /// <param name="column">An index into <see cref="Columns"/>.</param>
    public abstract ReadOnlySpan<byte> this[int column] { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">The columns that its facts have.</param>
    /// <param name="problems">Takes what is wrong with rows.</param>
    /// <param name="tell">Takes remarks on the file.</param>
    /// <exception cref="FileFailedException">The file cannot be read.</exception>
    public static Rows Open(FactFile file, IReadOnlyList<Column> columns, RowProblems problems, Action<string> tell)
    {
        var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        try
        {
            return file.IsJson ? new JsonRows(file, stream, columns, problems, tell) : new CsvRows(file, stream, columns, problems, tell);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next row that is written well; others are told and rejected.</summary>
    /// <exception cref="FileFailedException">The file cannot be read any further.</exception>
    public abstract bool Read();

    /// <summary>Where a value stands.</summary>
    /// <param name="column">An index into <see cref="Columns"/>.</param>
    public abstract FilePlace Where(int column);

    /// <summary>What is allowed, where what stands in the column cannot be a value at all; <c>null</c> where it can.</summary>
    /// <param name="column">An index into <see cref="Columns"/>.</param>
    public virtual string? Unfit(int column) => null;

    /// <summary>Whether the value is a number by how the file is written, and not only by what it looks like.</summary>
    /// <param name="column">An index into <see cref="Columns"/>.</param>
    public virtual bool IsNumber(int column) => false;

    /// <summary>Closes the file.</summary>
    public virtual void Dispose() => source.Dispose();

    private protected string Expected => string.Join(",", Columns.Select(c => c.Name));
}
