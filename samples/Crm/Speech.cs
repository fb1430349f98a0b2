namespace AccountRules.Samples.Crm;

/// <summary>What the library says, in the language of the request.</summary>
internal sealed class Speech(Texts texts)
{
    private readonly Language language = Language.Of(texts.Culture);

    /// <summary>A text of the policy's terms and rules, such as what a term says.</summary>
    public string Text(string english) => language.Text(english);

    /// <summary>The language that such a text is said in, where it is not the page's: what is not translated is English.</summary>
    public string? LanguageOf(string english) => language == Language.English || language.Text(english) != english ? null : "en";

    /// <summary>A standing as a word within a line: <c>at risk</c>.</summary>
    public string Of(Standing standing) => (language == Language.English, standing) switch
    {
        (true, Standing.NotApplicable) => "not applicable",
        (true, Standing.OnTrack) => "on track",
        (true, Standing.AtRisk) => "at risk",
        _ => language.Of(standing) is var word ? $"{char.ToLowerInvariant(word[0])}{word[1..]}" : "",
    };

    public string Band(string band) => language.Text(band);

    public string Title(Rule rule) => language.Title(rule);

    public string Reason(Assessment assessment) => assessment.ReasonIn(language);

    public string Summary(AgendaEntry entry) => entry.SummaryIn(language);

    public string Date(DateOnly date) => language.Date(date);

    public string Number(decimal number) => language.Number(number);

    /// <summary>How far it is to another band: <c>15 days left before OverLimit</c>, <c>2 points above Standard</c>.</summary>
    public string Margin(Margin margin) => margin.In(language);
}
