using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AccountRules.Cli.Input;

/// <summary>
/// The elements of an array in JSON, one at a time while they are read: those before a syntax error are all there. The text is in UTF-8, or by its byte order
/// mark in UTF-16 or UTF-32.
/// </summary>
/// <param name="stream">The text; it is not disposed of.</param>
/// <param name="expected">What the array's objects hold, for messages.</param>
internal sealed class JsonElements(Stream stream, string expected)
{
    /// <summary>An element as long as this is given up, like a row of CSV.</summary>
    private const int LongestElement = 32 << 20;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };
    private static readonly Encoding[] Marked =
        [Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.Unicode, Encoding.BigEndianUnicode];

    private Stream text = stream;
    private byte[] buffer = new byte[1 << 16];
    private JsonReaderState state = new(Options);
    private int start, end;
    private bool isBegun, isFinal;
    private (int Start, int End) current;
    private TextPlace place = TextPlace.Begin;

    /// <summary>The element as it is written. Valid until the next one.</summary>
    public ReadOnlySpan<byte> Current => buffer.AsSpan(current.Start..current.End);

    /// <summary>A reader of the element.</summary>
    public Utf8JsonReader Reader => new(Current, Options);

    /// <summary>Where something in the element stands.</summary>
    /// <param name="offset">How many bytes of the element are before it.</param>
    public TextPlace PlaceOf(int offset) => place.After(buffer.AsSpan(start..(current.Start + offset)));

    /// <summary>Goes to the next element.</summary>
    /// <exception cref="FileFailedException">It cannot be read, nor can anything after it.</exception>
    public bool MoveNext()
    {
        if (!isBegun)
            Begin();
        else
            Pass(current.End);

        try
        {
            while (true)
            {
                if (TryFind(out var isElement))
                    return isElement;

                Fill();
            }
        }
        catch (JsonException e)
        {
            throw NotJson(e.LineNumber + 1, e.BytePositionInLine + 1);
        }
    }

    private void Begin()
    {
        isBegun = true;
        end = text.ReadAtLeast(buffer.AsSpan(0, 4), 4, throwOnEndOfStream: false);
        var head = buffer.AsSpan(0, end).ToArray();
        if (head.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            start = Encoding.UTF8.Preamble.Length;
        }
        else if (Array.Find(Marked, m => head.AsSpan().StartsWith(m.Preamble)) is { } encoding)
        {
            // Of UTF-16 one character may stand behind the mark in these four bytes; a half of one cannot begin a document.
            end = Encoding.UTF8.GetBytes(encoding.GetString(head.AsSpan(encoding.Preamble.Length)), buffer);
            text = Encoding.CreateTranscodingStream(text, encoding, Encoding.UTF8, leaveOpen: true);
        }

        Fill();
        if (start == end)
            throw new FileFailedException($"is empty: expected an array of objects with {expected}");
    }

    /// <summary>Finds the next element, or the end of the array and of the text; <c>false</c> where more of the text is needed.</summary>
    private bool TryFind(out bool isElement)
    {
        isElement = false;
        var reader = new Utf8JsonReader(buffer.AsSpan(start..end), isFinal, state);
        if (!reader.Read())
            return false;

        if (reader.CurrentDepth == 0 && reader.TokenType != JsonTokenType.EndArray)
        {
            Pass(start + (int)reader.TokenStartIndex);
            if (reader.TokenType != JsonTokenType.StartArray)
                throw NotJson(place.Line, place.Column);

            state = reader.CurrentState;
            Pass(start + 1);
            return TryFind(out isElement);
        }

        if (reader.CurrentDepth == 0)
            return !reader.Read() && isFinal;

        var begin = start + (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
            return false;

        isElement = true;
        state = reader.CurrentState;
        current = (begin, start + (int)reader.BytesConsumed);
        return true;
    }

    private static FileFailedException NotJson(long? line, long? column) => new(string.Create(CultureInfo.InvariantCulture,
        $"is not an array of objects in JSON at line {line}, column {column}; nothing from there on is read"));

    /// <summary>What lies before is done with.</summary>
    private void Pass(int until)
    {
        place = place.After(buffer.AsSpan(start..until));
        start = until;
    }

    /// <summary>Reads as much as there is room for, and makes room where there is none.</summary>
    private void Fill()
    {
        buffer.AsSpan(start..end).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end >= LongestElement)
        {
            throw new FileFailedException(string.Create(CultureInfo.InvariantCulture,
                $"line {place.Line} has an element of more than {LongestElement >> 20} MiB; nothing from there on is read"));
        }

        if (end > buffer.Length / 2)
            Array.Resize(ref buffer, buffer.Length * 2);

        var room = buffer.AsSpan(end);
        var read = text.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        (end, isFinal) = (end + read, read < room.Length);
    }
}
