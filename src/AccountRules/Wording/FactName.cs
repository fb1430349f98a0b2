using System.Globalization;

namespace AccountRules.Wording;

/// <summary>How a sentence begins: what kind of fact it is about, and what tells that fact from others. Written into the sentence like a phrase.</summary>
/// <param name="Noun">What facts are called.</param>
/// <param name="Part">Its part, if facts have one.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Period">Its period, if facts have one.</param>
internal readonly record struct FactName(string Noun, string? Part, string Subject, Period? Period) : ISpanFormattable
{
    public static implicit operator string(FactName name) => name.ToString(format: null, CultureInfo.InvariantCulture);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{this}");

    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        charsWritten = 0;
        return Language.Spoken is not null
            ? destination.TryWrite(CultureInfo.InvariantCulture, $"{Said}", out charsWritten)
            : TryWrite(destination, ref charsWritten);
    }

    /// <summary>The same in another language than English, which is written without a text of its own.</summary>
    private string Said => (Part, Period) switch
    {
        (null, null) => Message.Of($"{Message.Text(Noun)} {SubjectOrNone}"),
        (null, { } period) => Message.Of($"{Message.Text(Noun)} {SubjectOrNone} in {period}"),
        ({ } part, null) => Message.Of($"{Message.Text(Noun)} {part} of {SubjectOrNone}"),
        ({ } part, { } period) => Message.Of($"{Message.Text(Noun)} {part} of {SubjectOrNone} in {period}"),
    };

    private string SubjectOrNone => Subject.Length == 0 ? Message.Text("none") : Subject;

    private bool TryWrite(Span<char> destination, ref int charsWritten)
    {
        return TryAdd(Noun, destination, ref charsWritten) && TryAdd(" ", destination, ref charsWritten)
            && (Part is null || (TryAdd(Part, destination, ref charsWritten) && TryAdd(" of ", destination, ref charsWritten)))
            && TryAdd(Subject.Length == 0 ? "none" : Subject, destination, ref charsWritten)
            && (Period is not { } period || (TryAdd(" in ", destination, ref charsWritten) && TryAdd(period, destination, ref charsWritten)));
    }

    private static bool TryAdd(string text, Span<char> destination, ref int written)
    {
        if (!text.TryCopyTo(destination[written..]))
            return false;

        written += text.Length;
        return true;
    }

    private static bool TryAdd(Period period, Span<char> destination, ref int written)
    {
        var isThere = period.TryWrite(destination[written..], out var length);
        written += length;
        return isThere;
    }
}
