namespace AccountRules.NRules.Tests.Conformance;

/// <summary>All that a condition can read of an assessment, and what a host's rule last read.</summary>
internal sealed record Everything(
    AssessmentFact Of, string RuleId, Standing Standing, string? Band, Cause Cause, string Subject, string? Account, Period? Period, string? Part,
    object? Focus,
    DateOnly? DueOn, decimal? Factor, decimal? Payable, string? Programme, Movement? Movement, int? Streak, Tally? Tally, bool IsLatest, decimal? Value)
{
    public static Everything In(AssessmentFact a) => new(
        a, a.RuleId, a.Standing, a.Band, a.Cause, a.Subject, a.Account, a.Period, a.Part, a.Detail("focus"), a.DueOn, a.Factor, a.Payable, a.Programme,
        a.Movement, a.Streak, a.Tally, a.IsLatest,
        a.Assessment.Unit == Unit.Days ? null : a.Assessment.Value);
}
