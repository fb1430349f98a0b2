using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace AccountRules.Wording;

/// <summary>A text as it is made, in an array that is lent until it is done.</summary>
internal ref struct TextBuffer
{
    private const int Room = 256;

    /// <summary>An array that this thread needs next; another sentence may be made within one, which then lends its own.</summary>
    [ThreadStatic]
    private static char[]? free;

    private char[] lent;
    private Span<char> chars;
    private int length;

    public TextBuffer()
    {
        chars = lent = free ?? ArrayPool<char>.Shared.Rent(Room);
        free = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(string text)
    {
        if (text.TryCopyTo(chars[length..]))
            length += text.Length;
        else
            AddLonger(text);
    }

    public void Add(int number)
    {
        int written;
        while (!number.TryFormat(chars[length..], out written, default, CultureInfo.InvariantCulture))
            Grow(Room);

        length += written;
    }

    /// <summary>A date as ISO 8601 writes it.</summary>
    public void Add(DateOnly date)
    {
        date.Deconstruct(out var year, out var month, out var day);
        var to = Next(10);
        Pair(to, year / 100);
        Pair(to[2..], year % 100);
        to[4] = '-';
        Pair(to[5..], month);
        to[7] = '-';
        Pair(to[8..], day);
        length += 10;
    }

    /// <summary>A number as <see cref="Digits"/> writes it.</summary>
    public void Add(decimal number, int places)
    {
        int written;
        while (!Digits.TryWrite(number, places, chars[length..], out written))
            Grow(Room);

        length += written;
    }

    public void Add(Period period)
    {
        int written;
        while (!period.TryWrite(chars[length..], out written))
            Grow(Room);

        length += written;
    }

    public string ToStringAndClear()
    {
        var text = new string(chars[..length]);
        if (free is null && lent.Length == Room)
            free = lent;
        else
            ArrayPool<char>.Shared.Return(lent);

        this = default;
        return text;
    }

    private static void Pair(Span<char> to, int number) => (to[0], to[1]) = ((char)('0' + number / 10), (char)('0' + number % 10));

    /// <summary>The next characters to be written.</summary>
    private Span<char> Next(int count)
    {
        if (count > chars.Length - length)
            Grow(count);

        return chars.Slice(length, count);
    }

    private void AddLonger(string text)
    {
        Grow(text.Length);
        Add(text);
    }

    private void Grow(int by)
    {
        var longer = ArrayPool<char>.Shared.Rent(Math.Max(length + by, lent.Length * 2));
        chars[..length].CopyTo(longer);
        ArrayPool<char>.Shared.Return(lent);
        chars = lent = longer;
    }
}
