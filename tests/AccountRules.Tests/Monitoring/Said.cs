namespace AccountRules.Tests.Monitoring;

/// <summary>
/// What is said under a rule of a fact, a group, or an account in a period. A streak is read when asked for, so a change of it alone is no change of standing.
/// </summary>
internal sealed record Said(
    Standing Standing, string? Band = null, Movement? Movement = null, int? Streak = null, decimal? Payable = null, bool IsProvisional = false)
{
    public static Said Of(Assessment a) => new(a.Standing, a.Streak is null ? a.Band : null, a.Movement, a.Streak, a.Payable, a.IsProvisional);

    public static (string Rule, FactKey Key) KeyOf(Assessment a) => (a.Rule.Id, new(a.Subject, a.Period, a.Part));

    /// <summary>What a change tells.</summary>
    public Said Told() => this with { Streak = null };
}
