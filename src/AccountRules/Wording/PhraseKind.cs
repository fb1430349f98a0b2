namespace AccountRules.Wording;

/// <summary>How a <see cref="Phrase"/> is written.</summary>
internal enum PhraseKind
{
    Text,
    Date,
    Number,
    Money,
    Count,
    Hundredfold,
}
