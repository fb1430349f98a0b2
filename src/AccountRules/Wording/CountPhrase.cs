namespace AccountRules.Wording;

/// <summary>A whole number and what it counts, such as <c>90 days</c>: a <see cref="Phrase"/> that is small enough to be handed on for nothing.</summary>
internal readonly struct CountPhrase(int number, string unit)
{
    public static implicit operator string(CountPhrase phrase) => phrase.ToString();

    public static implicit operator Phrase(CountPhrase phrase) => phrase.AsPhrase;

    private Phrase AsPhrase => Phrase.Count((decimal)number, unit, unit);

    public override string ToString() => AsPhrase;

    /// <summary>Writes it in English.</summary>
    public void WriteTo(ref TextBuffer to)
    {
        to.Add(number);
        to.Add(unit);
    }
}
