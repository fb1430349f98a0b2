using AccountRules.Wording;

namespace AccountRules;

/// <content>The sentences that a rule says of a fact.</content>
public abstract partial class Rule<TFact>
{
    internal override string Reason(object fact, DateOnly asOf, Verdict verdict) =>
        verdict.Cause == Cause.StraddlesVersions && PeriodOf(fact) is { } period && Versions is { } versions
            ? Message.Of($"{NameOf(fact)} {Message.Text(verdict.Cause.Words)}: {versions.Plan.ChangesIn(period)}.")
            : verdict.Cause == Cause.None
            ? Sentence((TFact)fact, asOf, verdict) is { } own ? Message.Of($"{NameOf(fact)} {own}.") : ReasonOf((TFact)fact, asOf, verdict)
            : verdict.Cause == Cause.OtherCurrency && Shape.InOtherCurrency((TFact)fact, Info.Currency) is { } apart
                ? Message.Of($"{NameOf(fact)} {apart}.")
            : Counter?.Because((TFact)fact, verdict.Cause) is { } days ? Message.Of($"{NameOf((TFact)fact)} {days}.")
            : Message.Of($"{NameOf((TFact)fact)} {verdict.Cause.BecauseOfItself(Info, Begins?.Of((TFact)fact) ?? DatesFromElse?.Of((TFact)fact), asOf)}.");

    private string? Sentence(TFact fact, DateOnly asOf, Verdict verdict) => Info.Sentence is { } own ? Filled(own, fact, asOf, verdict) : null;

    private string? Filled(string sentence, TFact fact, DateOnly asOf, Verdict verdict) =>
        Sentences.Fill(Message.Text(sentence), name => Said(fact, asOf, verdict, name))
            ?? (Info.SentenceWhereMissing is { } other ? Sentences.Fill(Message.Text(other), name => Said(fact, asOf, verdict, name)) : null);

    /// <summary>What stands for a name in a sentence of the rule's own; <c>null</c> where it is missing.</summary>
    private string? Said(TFact fact, DateOnly asOf, Verdict verdict, string name) => name switch
    {
        "band" => BandOf(verdict) is { } band ? Message.Text(band) : null,
        "value" => ValueOf(fact, asOf) is { } value && Unit is { } unit
            ? unit == AccountRules.Unit.Amount ? Texts.AsWritten(value) : Texts.Measured(value, unit)
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
