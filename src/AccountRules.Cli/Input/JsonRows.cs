using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace AccountRules.Cli.Input;

/// <summary>The rows of a JSON file: an array of objects with the columns' names as properties. A property left out, or null, is missing.</summary>
internal sealed class JsonRows : Rows
{
    private const int MostIgnoredTold = 10;
    private readonly JsonElements elements;
    private readonly JsonValue[] values;
    private readonly HashSet<string> ignored = new(StringComparer.Ordinal);
    private long index = -1;

    public JsonRows(FactFile file, FileStream stream, IReadOnlyList<Column> columns, RowProblems problems, Action<string> tell)
        : base(file, stream, columns, problems, tell)
    {
        MayBeUnfit = true;
        elements = new(stream, Expected);
        values = new JsonValue[columns.Count];
    }

    public override ReadOnlySpan<byte> this[int column] => values[column] switch
    {
        { Unfit: not null } value => elements.Current[value.Range],
        { Token: JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False } value => elements.Current[value.Range],
        { Token: JsonTokenType.String } value => Unescaped(elements.Current[value.Range]),
        _ => default,
    };

    public override bool Read()
    {
        while (elements.MoveNext())
        {
            index++;
            IsFlawed = false;
            Array.Clear(values);
            if (Take())
                return true;

            Problems.Reject();
        }

        foreach (var name in ignored.Take(MostIgnoredTold))
            Tell($"{File.Path}: ignores the unknown property {Shown.Value(name)}; known are {Expected}.");

        return false;
    }

    public override FilePlace Where(int column) => Where(values[column].Range.Start, $".{Columns[column].Name}");

    public override string? Unfit(int column) => values[column].Unfit;

    public override bool IsNumber(int column) => values[column].Token == JsonTokenType.Number;

    private FilePlace Where(Index at, string property = "")
    {
        var (place, name) = (elements.PlaceOf(at.Value), string.Create(CultureInfo.InvariantCulture, $"[{index}]{property}"));
        return new($"{place}: {name}", place.Line, place.Column, name);
    }

    /// <summary>Puts the properties of an element in the place of their columns; <c>false</c> where it has none.</summary>
    private bool Take()
    {
        var reader = elements.Reader;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Problems.Tell(Where(0), Shown.Value(elements.Current), "an object");
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref reader);
            reader.Read();
            if (name is null)
                continue;

            var column = 0;
            while (column < Columns.Count && !Columns[column].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                column++;

            if (column < Columns.Count)
                values[column] = ValueOf(ref reader, Columns[column].IsFlag, isAgain: values[column].Token != JsonTokenType.None);
            else if (ignored.Count <= MostIgnoredTold)
                ignored.Add(name);

            reader.Skip();
        }

        return true;
    }

    /// <summary>The name of the property; one that is no text is told, and the row is rejected, since nobody knows what it says.</summary>
    private string? NameOf(ref Utf8JsonReader reader)
    {
        if (IsText(ref reader))
            return reader.GetString();

        IsFlawed = true;
        var name = elements.Current[(int)reader.TokenStartIndex..];
        Problems.Tell(Where((int)reader.TokenStartIndex), Shown.Value(name[..(reader.ValueSpan.Length + 2)]), "a property whose name is text in UTF-8");
        return null;
    }

    private static JsonValue ValueOf(ref Utf8JsonReader reader, bool isFlag, bool isAgain)
    {
        var (at, token) = ((int)reader.TokenStartIndex, reader.TokenType);
        var isFit = token is JsonTokenType.Number or JsonTokenType.Null || (isFlag && token is JsonTokenType.True or JsonTokenType.False)
            || (token == JsonTokenType.String && (!reader.ValueIsEscaped || IsText(ref reader)));
        reader.Skip();
        return new(token, at..(int)reader.BytesConsumed, isAgain ? "each property once; this one was there before"
            : isFit ? null
            : isFlag ? "true, false or null"
            : "a text, a number or null");
    }

    /// <summary>Whether it is Unicode: escaped, a half of a surrogate pair is not, nor are bytes of another encoding.</summary>
    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return Utf8.IsValid(reader.ValueSpan) && (!reader.ValueIsEscaped || reader.GetString() is not null);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> quoted)
    {
        if (!quoted.Contains((byte)'\\'))
            return quoted[1..^1];

        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return Encoding.UTF8.GetBytes(reader.GetString()!);
    }
}
