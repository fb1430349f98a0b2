using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AccountRules.Wording;

namespace AccountRules.Documents;

/// <summary>Reads the single value of a term.</summary>
internal static class TermValue
{
    /// <summary>The value; <c>null</c> where what is written does not fit the term.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <param name="term">The term.</param>
    /// <param name="areTexts">Whether numbers are written as texts, as in configuration.</param>
    public static object? Read(ref Utf8JsonReader reader, Term term, bool areTexts) => reader.TokenType switch
    {
        JsonTokenType.Number => Number(reader.ValueSpan, term.Kind),
        JsonTokenType.String => TextOf(ref reader) is { } text ? Parse(text, term, areTexts) : null,
        _ => null,
    };

    /// <summary>The text at the reader; <c>null</c> where it is no Unicode text, such as half a surrogate pair.</summary>
    public static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static object? Parse(string text, Term term, bool areTexts) => term.Kind switch
    {
        TermKind.Text => text.Contains('\uFFFD', StringComparison.Ordinal) ? null : text,   // what is left of a character that was lost on the way
        TermKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        TermKind.Choice => Choice(text, term),
        _ => areTexts ? Number(Encoding.UTF8.GetBytes(text), term.Kind) : null,
    };

    private static int? Choice(string text, Term term)
    {
        var choices = term.Choices;
        for (var i = 0; i < choices.Count; i++)
        {
            if (string.Equals(choices[i], text, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return null;
    }

    private static object? Number(ReadOnlySpan<byte> written, TermKind kind) => kind switch
    {
        TermKind.Whole => Utf8Parser.TryParse(written, out int number, out var length) && length == written.Length ? number : null,
        TermKind.Number => Utf8Parser.TryParse(written, out decimal number, out var length) && length == written.Length && IsExact(number, written)
            ? number
            : null,
        _ => null,
    };

    /// <summary>Whether the decimal is the number that was written: one with more digits than a decimal holds is read rounded.</summary>
    private static bool IsExact(decimal number, ReadOnlySpan<byte> written)
    {
        var (digits, isZero, hasExponent) = (0, true, false);
        foreach (var c in written)
        {
            hasExponent |= c is (byte)'e' or (byte)'E';
            if (hasExponent || !char.IsAsciiDigit((char)c))
                continue;

            digits++;
            isZero &= c == (byte)'0';
        }

        return hasExponent
            ? digits <= 28 && (number != 0 || isZero)
            : digits <= 28 || string.Equals(Canonical(Encoding.ASCII.GetString(written)), Canonical(Texts.Number(number)), StringComparison.Ordinal);
    }

    private static string Canonical(string number)
    {
        var digits = number.TrimStart('-', '+');
        digits = digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;
        return digits.TrimStart('0');
    }
}
