namespace AccountRules.Reference;

/// <summary>"A fact that begins before the policy is in force is NotApplicable, with that cause."</summary>
internal static class InForce
{
    /// <summary>What is said of a fact that dates from a day, if any, under a policy that is in force from another, if any.</summary>
    public static Expected From(DateOnly? effectiveFrom, DateOnly? dates, Expected expected) =>
        IsBefore(effectiveFrom, dates)
            ? expected with { Standing = Standing.NotApplicable, Band = null, Payable = null, Days = null, IsProvisional = false, Programme = null }
            : expected;

    public static bool IsBefore(DateOnly? effectiveFrom, DateOnly? dates) =>
        effectiveFrom is { } first && dates is { } day && day.DayNumber < first.DayNumber;
}
