using System.Globalization;

namespace AccountRules.Wording;

/// <summary>A number or a date in a sentence: written into the sentence as it is made, without a text of its own; a text where one is asked for.</summary>
internal readonly struct Phrase : ISpanFormattable
{
    private const string DateFormat = "O";

    private readonly PhraseKind kind;
    private readonly int count;
    private readonly decimal number;
    private readonly string? text;

    private Phrase(PhraseKind kind, decimal number = 0, int count = 0, string? text = null) =>
        (this.kind, this.number, this.count, this.text) = (kind, number, count, text);

    public static Phrase Text(string text) => new(PhraseKind.Text, text: text);

    public static Phrase Date(DateOnly date) => new(PhraseKind.Date, count: date.DayNumber);

    public static Phrase Number(decimal number) => new(PhraseKind.Number, number);

    /// <summary>A number and what it counts.</summary>
    /// <param name="number">The number.</param>
    /// <param name="one">What follows it where it is 1, such as <c> day</c>.</param>
    /// <param name="more">What follows it otherwise.</param>
    public static Phrase Count(decimal number, string one, string more) => new(PhraseKind.Count, number, text: number == 1 ? one : more);

    /// <summary>A number with at least so many places.</summary>
    public static Phrase Money(decimal number, int places) => new(PhraseKind.Money, number, places);

    /// <summary>A hundred times a number, cut off after two places and marked so, and what follows it.</summary>
    public static Phrase Hundredfold(decimal number, string unit) => new(PhraseKind.Hundredfold, number, text: unit);

    public static implicit operator string(Phrase phrase) => phrase.ToString(format: null, CultureInfo.InvariantCulture);

    public override string ToString() => kind == PhraseKind.Text ? text! : string.Create(CultureInfo.InvariantCulture, $"{this}");

    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Language.Spoken is not { } language ? TryWrite(destination, out charsWritten)
        : destination.TryWrite(CultureInfo.InvariantCulture, $"{In(language)}", out charsWritten);

    private bool TryWrite(Span<char> destination, out int charsWritten) => kind switch
    {
        PhraseKind.Date => DateOnly.FromDayNumber(count).TryFormat(destination, out charsWritten, DateFormat, CultureInfo.InvariantCulture),
        PhraseKind.Number => Digits.TryWrite(number, 0, destination, out charsWritten),
        PhraseKind.Money => Digits.TryWrite(number, count, destination, out charsWritten),
        PhraseKind.Count => TryWriteCount(destination, out charsWritten),
        PhraseKind.Hundredfold => TryWriteHundredfold(destination, out charsWritten),
        _ => destination.TryWrite(CultureInfo.InvariantCulture, $"{text}", out charsWritten),
    };

    private bool TryWriteCount(Span<char> destination, out int charsWritten)
    {
        if (!Digits.TryWrite(number, 0, destination, out charsWritten) || !text!.TryCopyTo(destination[charsWritten..]))
            return false;

        charsWritten += text.Length;
        return true;
    }

    private bool TryWriteHundredfold(Span<char> destination, out int charsWritten)
    {
        if (Math.Abs(number) > 1_000_000_000_000m)
            return destination.TryWrite(CultureInfo.InvariantCulture, $"{Number(Math.Truncate(number))}00{text}", out charsWritten);

        var exact = number * 10_000m;
        var cut = Math.Truncate(exact);
        return cut == exact
            ? destination.TryWrite(CultureInfo.InvariantCulture, $"{Number(cut / 100)}{text}", out charsWritten)
            : destination.TryWrite(CultureInfo.InvariantCulture, $"{(number < 0 && cut == 0 ? "-" : "")}{Money(cut / 100, 2)}…{text}", out charsWritten);
    }

    private string In(Language language) => kind switch
    {
        PhraseKind.Date => language.Written(DateOnly.FromDayNumber(count)),
        PhraseKind.Count or PhraseKind.Hundredfold =>
            language.Fill($"{{0}}{text}", [language.Digits(new Phrase(kind, number, text: "").Invariant())]),
        PhraseKind.Text => text!,
        _ => language.Digits(Invariant()),
    };

    private string Invariant()
    {
        Span<char> written = stackalloc char[64];
        TryWrite(written, out var length);
        return new(written[..length]);
    }
}
