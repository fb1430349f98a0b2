using System.Globalization;

namespace AccountRules.Wording;

/// <summary>How a sentence begins: what kind of fact it is about, and what tells that fact from others. Written into the sentence like a phrase.</summary>
/// <param name="Noun">What facts are called.</param>
/// <param name="Part">Its part, if facts have one.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Period">Its period, if facts have one.</param>
internal readonly record struct FactName(string Noun, string? Part, string Subject, Period? Period) : ISpanFormattable
{
    public static implicit operator string(FactName name) => name.ToString();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{this}");

    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) => (Part, Period) switch
    {
        (null, null) => TryWrite(destination, out charsWritten),
        (null, { } period) => destination.TryWrite($"{Noun} {Subject} in {period}", out charsWritten),
        ({ } part, null) => destination.TryWrite($"{Noun} {part} of {Subject}", out charsWritten),
        ({ } part, { } period) => destination.TryWrite($"{Noun} {part} of {Subject} in {period}", out charsWritten),
    };

    /// <summary>The most frequent name, without the machinery of interpolated texts.</summary>
    private bool TryWrite(Span<char> destination, out int written)
    {
        written = Noun.Length + 1 + Subject.Length;
        if (written > destination.Length)
            return false;

        Noun.CopyTo(destination);
        destination[Noun.Length] = ' ';
        Subject.CopyTo(destination[(Noun.Length + 1)..]);
        return true;
    }
}
