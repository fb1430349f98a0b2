using AccountRules.Numbers;

namespace AccountRules.Wording;

/// <summary>A number or a date in a sentence: written into the sentence as it is made, without a text of its own; a text where one is asked for.</summary>
internal readonly struct Phrase
{
    private readonly PhraseKind kind;
    private readonly int count;
    private readonly decimal number;
    private readonly string? text;

    private Phrase(PhraseKind kind, decimal number = 0, int count = 0, string? text = null) =>
        (this.kind, this.number, this.count, this.text) = (kind, number, count, text);

    /// <summary>Whether it is <c>default</c>, which says nothing.</summary>
    public bool IsDefault => kind == PhraseKind.Text && text is null;

    public static Phrase Text(string text) => new(PhraseKind.Text, text: text);

    public static Phrase Date(DateOnly date) => new(PhraseKind.Date, count: date.DayNumber);

    public static Phrase Number(decimal number) => new(PhraseKind.Number, number);

    /// <summary>A number and what it counts.</summary>
    /// <param name="number">The number.</param>
    /// <param name="one">What follows it where it is 1, such as <c> day</c>.</param>
    /// <param name="more">What follows it otherwise.</param>
    public static Phrase Count(decimal number, string one, string more) => new(PhraseKind.Count, number, text: number == 1 ? one : more);

    /// <inheritdoc cref="Count(decimal, string, string)"/>
    public static CountPhrase Count(int number, string one, string more) => new(number, number == 1 ? one : more);

    /// <summary>A number with at least so many places.</summary>
    public static Phrase Money(decimal number, int places) => new(PhraseKind.Money, number, places);

    /// <summary>A hundred times a number, cut off after two places and marked so, and what follows it.</summary>
    public static Phrase Hundredfold(decimal number, string unit) => new(PhraseKind.Hundredfold, number, text: unit);

    public static implicit operator string(in Phrase phrase) => phrase.ToString();

    public override string ToString()
    {
        if (kind == PhraseKind.Text)
            return text!;

        if (Language.Spoken is { } language)
            return In(language);

        return Invariant();
    }

    /// <summary>Writes it in English.</summary>
    public void WriteTo(ref TextBuffer to)
    {
        switch (kind)
        {
            case PhraseKind.Date:
                to.Add(DateOnly.FromDayNumber(count));
                break;
            case PhraseKind.Number or PhraseKind.Money:
                to.Add(number, count);
                break;
            case PhraseKind.Count:
                to.Add(number, places: 0);
                break;
            case PhraseKind.Hundredfold:
                AddHundredfold(ref to);
                break;
        }

        to.Add(text ?? "");
    }

    private void AddHundredfold(ref TextBuffer to)
    {
        if (Math.Abs(number) > 1_000_000_000_000m)
        {
            to.Add(Math.Truncate(number), places: 0);
            to.Add("00");
            return;
        }

        var exact = number * 10_000m;
        var cut = Math.Truncate(exact);
        if (cut == exact)
        {
            to.Add(Exact.Hundredth(cut), places: 0);
            return;
        }

        to.Add(number < 0 && cut == 0 ? "-" : "");
        to.Add(Exact.Hundredth(cut), places: 2);
        to.Add("…");
    }

    private string In(Language language) => kind switch
    {
        PhraseKind.Date => language.Written(DateOnly.FromDayNumber(count)),
        PhraseKind.Count or PhraseKind.Hundredfold =>
            language.Fill($"{{0}}{text}", [language.Digits(new Phrase(kind, number, text: "").Invariant())]),
        _ => language.Digits(Invariant()),
    };

    private string Invariant()
    {
        var written = new TextBuffer();
        WriteTo(ref written);
        return written.ToStringAndClear();
    }
}
