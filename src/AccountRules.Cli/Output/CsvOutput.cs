using System.Globalization;
using CsvHelper;

namespace AccountRules.Cli.Output;

/// <summary>Writes assessments as CSV: the same fields as JSON, each a column.</summary>
internal sealed class CsvOutput : AssessmentWriter
{
    private readonly CsvWriter writer;

    /// <summary>Writes the header.</summary>
    /// <param name="output">Takes the CSV.</param>
    public CsvOutput(Stream output)
    {
        writer = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        foreach (var field in Field.All)
            writer.WriteField(field.Name);

        writer.EndRecord();
    }

    /// <inheritdoc/>
    public override void Write(Assessment assessment)
    {
        foreach (var field in Field.All)
        {
            var value = field.Of(assessment);
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
