using System.Globalization;
using CsvHelper;

namespace AccountRules.Cli.Input;

/// <summary>The rows of a CSV file. A line number is the physical line on which the row begins.</summary>
internal sealed class CsvRows : Rows
{
    /// <summary>A quote that is never closed takes in the rest of the file: past this many bytes it is given up.</summary>
    private const int LongestRow = 32 << 20;

    private readonly CsvReader reader;
    private readonly CsvHeader header;
    private bool isHeaderBad;

    public CsvRows(FactFile file, FileStream stream, IReadOnlyList<Column> columns, RowProblems problems, Action<string> tell)
        : base(file, stream, columns, problems, tell)
    {
        reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = Reject,
        });
        var isRead = Next();
        if (isHeaderBad || !isRead)
            throw new FileFailedException(isHeaderBad ? $"its header is not quoted well; expected {Expected}" : $"is empty: expected the header {Expected}");

        header = new CsvHeader([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)], columns);
        if (header.Ignored is { } ignored)
            tell($"{file.Path}: ignores {ignored}; known columns are {Expected}.");
    }

    public override ulong There =>
        Enumerable.Range(0, Columns.Count).Aggregate(0UL, (all, column) => header[column] < 0 ? all : all | (1UL << column));

    public override ReadOnlySpan<byte> this[int column] => (uint)header[column] < (uint)reader.FieldCount ? reader.GetSpan(header[column]) : default;

    public override bool Read()
    {
        if (!Next())
            return false;

        IsMisaligned = IsFlawed = reader.FieldCount != header.Count;
        if (IsMisaligned)
        {
            var hint = reader.FieldCount > header.Count
                ? "; a number is written 1234.5 without thousands separators, and a text with a comma goes in quotes"
                : "";
            Problems.Tell(Place(reader.LineNumber, Math.Min(reader.FieldCount, header.Count + 1)),
                string.Create(CultureInfo.InvariantCulture, $"{reader.FieldCount} {(reader.FieldCount == 1 ? "field" : "fields")}"),
                string.Create(CultureInfo.InvariantCulture, $"{header.Count}, as in the header{hint}"));
        }

        return true;
    }

    public override FilePlace Where(int column) =>
        Place(reader.LineNumber, header[column] is >= 0 and var field ? field + 1 : null, Columns[column].Name);

    public override void Dispose()
    {
        reader.Dispose();
        base.Dispose();
    }

    private bool Next()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException e)
        {
            throw new FileFailedException(string.Create(CultureInfo.InvariantCulture,
                $"line {e.LineNumber} begins a row of more than {LongestRow >> 20} MiB, most likely a quote that is never closed; "
                + $"nothing from there on is read"));
        }
    }

    private static FilePlace Place(long line, int? field = null, string name = "")
    {
        var at = field is null ? string.Create(CultureInfo.InvariantCulture, $":{line}") : string.Create(CultureInfo.InvariantCulture, $":{line}:{field}");
        return new(name.Length == 0 ? at : $"{at}: {name}", line, Name: name);
    }

    private void Reject(CsvMalformedRecord record)
    {
        if (header is null)
        {
            isHeaderBad = true;
            return;
        }

        Problems.Tell(Place(record.LineNumber), Shown.Value(record.RawRecord), record.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "a quote that is closed; everything after it is read as part of this row",
            CsvMalformedReason.TextAfterClosingQuote => "nothing between a closing quote and the next comma; a quote inside a text is written \"\"",
            _ => "a quote only around a whole field; a quote inside a text is written \"\", and the text goes in quotes",
        });
        Problems.Reject();
    }
}
