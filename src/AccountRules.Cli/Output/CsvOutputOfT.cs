using System.Globalization;
using CsvHelper;

namespace AccountRules.Cli.Output;

/// <summary>Writes rows as CSV: the same fields as JSON, each a column.</summary>
/// <typeparam name="T">The type of what a row is of.</typeparam>
internal sealed class CsvOutput<T> : RowWriter<T>
{
    private readonly CsvWriter writer;
    private readonly RowFields<T, string, string> fields;

    /// <summary>Writes the header.</summary>
    /// <param name="output">Takes the CSV.</param>
    /// <param name="fields">The fields of a row.</param>
    /// <param name="forExcel">For a spreadsheet: a byte order mark, and <c>'</c> before a text that would be a formula. Else each text is as it is.</param>
    public CsvOutput(Stream output, Fields<T> fields, bool forExcel)
    {
        this.fields = new(fields, nameOf: name => name, constantOf: Text);
        writer = CsvWriter.Create(output, new CsvWriterOptions
        {
            NewLine = "\n",
            WriteByteOrderMark = forExcel,
            InjectionCharacters = "=+-@\t\r\n",
            Injection = forExcel ? CsvInjection.Escape : CsvInjection.None,
        }, leaveOpen: true);
        foreach (var field in fields.All)
            writer.WriteField(field.Name);

        writer.EndRecord();
    }

    /// <inheritdoc/>
    public override void Write(T item)
    {
        foreach (var field in fields.Of(item))
        {
            if (field.Of is null)
                writer.WriteField(field.Constant);
            else
                Write(field.Of(item));
        }

        writer.EndRecord();
    }

    /// <inheritdoc/>
    public override void Complete() => writer.Flush();

    /// <inheritdoc/>
    public override void Dispose() => writer.Dispose();

    private void Write(in FieldValue value)
    {
        if (value.Kind == FieldKind.Number)
            writer.WriteField(value.Number, default, CultureInfo.InvariantCulture);
        else if (value.Kind == FieldKind.Date)
            writer.WriteField(value.Date, "O", CultureInfo.InvariantCulture);
        else
            writer.WriteField(Text(value));
    }

    private static string Text(FieldValue value) => value.Kind switch
    {
        FieldKind.Text => value.Text!,
        FieldKind.Number => value.Number.ToString(CultureInfo.InvariantCulture),
        FieldKind.Date => value.Date.ToString("O"),
        FieldKind.Flag => value.Number == 0 ? "false" : "true",
        _ => "",
    };
}
