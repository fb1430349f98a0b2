using System.Globalization;

namespace AccountRules.NRules.Linking;

/// <summary>What an assessment says, kept: the assessment itself reads it off a fact, which a host may have changed by then.</summary>
internal readonly record struct Said(
    string Subject, string? Account, Period? Period, string? Part, string Details, decimal? Value, DateOnly? DueOn, decimal? Payable)
{
    public static Said Of(in Assessment a) => new(a.Subject, a.Account, a.Period, a.Part, DetailsOf(a), a.Value, a.DueOn, a.Payable);

    private static string DetailsOf(Assessment a) =>
        a.Rule.DetailNames.Count == 0 ? "" : string.Join(
            '\n', a.Rule.DetailNames.Select(name => Convert.ToString(a.Detail(name), CultureInfo.InvariantCulture)));
}
