using System.Globalization;
using CsvHelper;

namespace AccountRules.Cli.Output;

/// <summary>Writes rows as CSV: the same fields as JSON, each a column.</summary>
/// <typeparam name="T">The type of what a row is of.</typeparam>
internal sealed class CsvOutput<T> : RowWriter<T>
{
    private readonly CsvWriter writer;
    private readonly IReadOnlyList<Field<T>> fields;

    /// <summary>Writes the header.</summary>
    /// <param name="output">Takes the CSV.</param>
    /// <param name="fields">The fields of a row.</param>
    /// <param name="forExcel">For a spreadsheet: a byte order mark, and <c>'</c> before a text that would be a formula. Else each text is as it is.</param>
    public CsvOutput(Stream output, IReadOnlyList<Field<T>> fields, bool forExcel)
    {
        this.fields = fields;
        writer = CsvWriter.Create(output, new CsvWriterOptions
        {
            NewLine = "\n",
            WriteByteOrderMark = forExcel,
            InjectionCharacters = "=+-@\t\r\n",
            Injection = forExcel ? CsvInjection.Escape : CsvInjection.None,
        }, leaveOpen: true);
        foreach (var field in fields)
            writer.WriteField(field.Name);

        writer.EndRecord();
    }

    /// <inheritdoc/>
    public override void Write(T item)
    {
        foreach (var field in fields)
        {
            var value = field.Of(item);
            if (value.Number is { } number)
                writer.WriteField(number, default, CultureInfo.InvariantCulture);
            else
                writer.WriteField(value.Text ?? (value.Flag is { } flag ? (flag ? "true" : "false") : ""));
        }

        writer.EndRecord();
    }

    /// <inheritdoc/>
    public override void Complete() => writer.Flush();

    /// <inheritdoc/>
    public override void Dispose() => writer.Dispose();
}
