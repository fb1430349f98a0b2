using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AccountRules.Samples.Crm;

/// <summary>What the library says, in the language of the request.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "What is said hangs on the language of the request.")]
internal sealed class Speech(Texts texts)
{
    /// <summary>A text of the policy's terms and rules, such as what a term says.</summary>
    public string Text(string english) => english;

    public string Of(Standing standing) => standing switch
    {
        Standing.NotApplicable => "not applicable",
        Standing.OnTrack => "on track",
        Standing.AtRisk => "at risk",
        _ => standing.ToString().ToLowerInvariant(),
    };

    public string Band(string band) => band;

    public string Title(Rule rule) => rule.Info.Title;

    public string Reason(Assessment assessment) => assessment.Reason;

    public string Summary(AgendaEntry entry) => entry.Summary;

    public string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>How far it is to another band: <c>15 days to OverLimit</c>.</summary>
    public string Margin(Margin margin) => texts["{0} to {1}", Distance(margin), Band(margin.Band)];

    private string Distance(Margin margin) => margin.Unit switch
    {
        Unit.Days => texts[margin.Distance == 1 ? "{0} day" : "{0} days", Number(margin.Distance)],
        Unit.Months => texts[margin.Distance == 1 ? "{0} month" : "{0} months", Number(margin.Distance)],
        Unit.Years => texts[margin.Distance == 1 ? "{0} year" : "{0} years", Number(margin.Distance)],
        Unit.Ratio => texts["{0} points", Number(decimal.Round(margin.Distance * 100, 2))],
        _ => Number(decimal.Round(margin.Distance, 2)),
    };
}
