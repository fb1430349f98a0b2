using AccountRules.Wording;

namespace AccountRules;

/// <content>The sentences that a rule says of a fact.</content>
public abstract partial class Rule<TFact>
{
    internal override string Reason(object fact, DateOnly asOf, Verdict verdict) => verdict.Cause != Cause.None ? Because((TFact)fact, asOf, verdict)
        : Info.Sentence is { } own && Filled(own, (TFact)fact, asOf, verdict) is { } filled ? OwnSentence((TFact)fact, filled)
        : ReasonOf((TFact)fact, asOf, verdict);

    /// <summary>Why a fact has no band.</summary>
    private protected virtual string Because(TFact fact, DateOnly asOf, Verdict verdict) =>
        verdict.Cause == Cause.StraddlesVersions && PeriodOf(fact) is { } period && Versions is { } versions
            ? Message.Of($"{NameOf(fact)} {Message.Text(verdict.Cause.Words)}: {versions.Plan.ChangesIn(period)}.")
        : verdict.Cause == Cause.OtherCurrency && Shape.InOtherCurrency(fact, Info.Currency) is { } apart
            ? Message.Of($"{NameOf(fact)} {apart}.")
        : Counter?.Because(fact, verdict.Cause) is { } days ? Message.Of($"{NameOf(fact)} {days}.")
        : Message.Of($"{NameOf(fact)} {verdict.Cause.BecauseOfItself(Info, Begins?.Of(fact) ?? DatesFromElse?.Of(fact), asOf)}.");

    private string OwnSentence(TFact fact, string filled) => Message.Of($"{NameOf(fact)} {filled}.");

    internal sealed override FactName NameOf(object fact)
    {
        var (of, part) = ((TFact)fact, Shape.Part?.Of((TFact)fact));
        return new(part is null ? Info.Noun : PartNoun, part, Shape.SubjectOf(of), Shape.Period?.Of(of));
    }

    private string? Filled(string sentence, TFact fact, DateOnly asOf, Verdict verdict) =>
        Sentences.Fill(Message.Text(sentence), name => Said(fact, asOf, verdict, name))
            ?? (Info.SentenceWhereMissing is { } other ? Sentences.Fill(Message.Text(other), name => Said(fact, asOf, verdict, name)) : null);

    /// <summary>What stands for a name in a sentence of the rule's own; <c>null</c> where it is missing.</summary>
    private string? Said(TFact fact, DateOnly asOf, Verdict verdict, string name) => name switch
    {
        "band" => BandOf(verdict) is { } band ? Message.Text(band) : null,
        "value" => ValueOf(fact, asOf) is { } value && Unit is { } unit
            ? unit == AccountRules.Unit.Amount && UnitName is null ? Texts.AsWritten(value) : Texts.Measured(value, unit, UnitName)
            : null,
        "limit" => Limit,
        "due" => DueOn(fact, asOf) is { } due ? Texts.Date(due) : null,
        _ => IndexOfDetail(name) is not (>= 0 and var index)
            ? (name == "currency" ? CurrencyOf(fact) : name == "otherCurrency" ? Shape.OtherCurrency?.Of(fact) : null) is { } named ? Visible.Text(named) : null
            : DetailOf(fact, index) is decimal number ? Texts.AsWritten(number) : RecordedValue.Of(name, DetailOf(fact, index)).Value,
    };

    /// <summary>The last value that is in time, or the cut of the highest band, in words; <c>null</c> where there is none.</summary>
    private protected virtual string? Limit => null;

    private int IndexOfDetail(string name)
    {
        for (var i = 0; i < DetailNames.Count; i++)
        {
            if (string.Equals(DetailNames[i], name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
