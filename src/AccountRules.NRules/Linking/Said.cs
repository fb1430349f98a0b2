namespace AccountRules.NRules.Linking;

/// <summary>What an assessment says, kept: the assessment itself reads it off a fact, which a host may have changed by then.</summary>
internal readonly record struct Said(
    string Subject, string? Account, Period? Period, string? Kpi, bool? Focus, decimal? Value, DateOnly? DueOn, decimal? Payable)
{
    public static Said Of(in Assessment a) => new(a.Subject, a.Account, a.Period, a.Kpi, a.Focus, a.Value, a.DueOn, a.Payable);
}
