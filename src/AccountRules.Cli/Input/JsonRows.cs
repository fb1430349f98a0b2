using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace AccountRules.Cli.Input;

/// <summary>The rows of a JSON file: an array of objects with the columns' names as properties. A property left out, or null, is missing.</summary>
internal sealed class JsonRows(FactFile file, FileStream stream, IReadOnlyList<Column> columns, RowProblems problems, Action<string> tell)
    : Rows(file, stream, columns, problems, tell)
{
    private const int MostIgnoredTold = 10;
    private readonly IEnumerator<JsonElement> elements = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream).ToBlockingEnumerable().GetEnumerator();
    private readonly JsonElement?[] values = new JsonElement?[columns.Count];
    private readonly HashSet<string> ignored = new(StringComparer.Ordinal);
    private readonly bool isEmpty = stream.CanSeek && stream.Length == 0;
    private long index = -1;

    public override ReadOnlySpan<byte> this[int column] => values[column] is { } value ? Text(value) : default;

    public override bool Read()
    {
        while (Next())
        {
            index++;
            if (Take(elements.Current))
                return true;

            Problems.Reject();
        }

        foreach (var name in ignored.Take(MostIgnoredTold))
            Tell($"{File.Path}: ignores the unknown property {Shown.Value(name)}; known are {Expected}.");

        return false;
    }

    public override string Where(int column) => $"{Where()}.{Columns[column].Name}";

    public override void Dispose()
    {
        elements.Dispose();
        base.Dispose();
    }

    private string Where() => string.Create(CultureInfo.InvariantCulture, $":[{index}]");

    private bool Next()
    {
        if (isEmpty)
            throw new FileFailedException($"is empty: expected an array of objects with {Expected}");

        try
        {
            return elements.MoveNext();
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $" at line {number + 1}") : "";
            throw new FileFailedException($"is not an array of objects in JSON{line}; nothing from there on is read");
        }
    }

    /// <summary>Puts the properties of an element in the place of their columns; <c>false</c> where one of them cannot be a value.</summary>
    private bool Take(JsonElement element)
    {
        Array.Clear(values);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Problems.Tell(Where(), Shown.Value(JsonMarshal.GetRawUtf8Value(element)), "an object");
            return false;
        }

        var isGood = true;
        foreach (var property in element.EnumerateObject())
        {
            var name = property.Name;
            var column = 0;
            while (column < Columns.Count && !Columns[column].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                column++;

            if (column == Columns.Count)
            {
                if (ignored.Count <= MostIgnoredTold)
                    ignored.Add(name);
            }
            else if (values[column] is not null)
            {
                Problems.Tell(Where(column), "the property again", "each property once");
                isGood = false;
            }
            else
            {
                values[column] = property.Value;
                isGood &= CanBeValue(column, property.Value);
            }
        }

        return isGood;
    }

    private bool CanBeValue(int column, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Number or JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && IsText(value)))
            return true;

        Problems.Tell(Where(column), Shown.Value(JsonMarshal.GetRawUtf8Value(value)), "a text, a number or null");
        return false;
    }

    private static bool IsText(JsonElement value)
    {
        try
        {
            // A half of a surrogate pair, escaped, is no text.
            return JsonMarshal.GetRawUtf8Value(value).IndexOf((byte)'\\') < 0 || value.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> Text(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        return value.ValueKind switch
        {
            JsonValueKind.Null => default,
            JsonValueKind.Number => raw,
            _ => raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(value.GetString()!) : raw[1..^1],
        };
    }
}
