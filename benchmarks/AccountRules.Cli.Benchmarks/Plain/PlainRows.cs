using System.Buffers.Text;
using System.Text;
using CsvHelper;

namespace AccountRules.Cli.Benchmarks.Plain;

/// <summary>Reads the rows of a fact file whose columns are known, by the tool's own library for CSV. A bad value ends the program.</summary>
internal sealed class PlainRows : IDisposable
{
    private readonly CsvReader reader;

    /// <summary>Opens a file and passes over its header.</summary>
    /// <param name="path">The file.</param>
    public PlainRows(string path)
    {
        reader = CsvReader.Create(File.OpenRead(path), new CsvReaderOptions { Separator = ',', HasHeader = false });
        reader.Read();
    }

    /// <summary>Goes to the next row.</summary>
    public bool Read() => reader.Read();

    /// <summary>The bytes of a text.</summary>
    public ReadOnlySpan<byte> Utf8(int field) => reader.GetSpan(field);

    /// <summary>A text.</summary>
    public string Text(int field) => Encoding.UTF8.GetString(reader.GetSpan(field));

    /// <summary>A date; <c>null</c> where it is missing.</summary>
    public DateOnly? Date(int field)
    {
        var utf8 = reader.GetSpan(field);
        if (utf8.IsEmpty)
            return null;

        return new(
            utf8[0] * 1000 + utf8[1] * 100 + utf8[2] * 10 + utf8[3] - '0' * 1111, utf8[5] * 10 + utf8[6] - '0' * 11, utf8[8] * 10 + utf8[9] - '0' * 11);
    }

    /// <summary>A number.</summary>
    public decimal Number(int field) =>
        Utf8Parser.TryParse(reader.GetSpan(field), out decimal number, out _) ? number : throw new FormatException(Text(field));

    /// <summary>Closes the file.</summary>
    public void Dispose() => reader.Dispose();
}
