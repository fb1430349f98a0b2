namespace AccountRules;

/// <summary>
/// Two periods of one subject that have a day in common, such as 2026-Q1 beside 2026-02: who pays both pays that month twice. Immutable; equal by value.
/// </summary>
/// <param name="Subject">The id of the employee.</param>
/// <param name="Period">The period that came later.</param>
/// <param name="Earlier">The period that came first.</param>
public sealed record PeriodOverlap(string Subject, Period Period, Period Earlier)
{
    /// <summary>Both in words, such as <c>2026-02 of 7 lies in 2026-Q1, which is there too</c>.</summary>
    public override string ToString() => Period == Earlier ? $"{Period} of {Subject} is there twice"
        : $"{Period} of {Subject} {(Earlier.Holds(Period) ? "lies in" : Period.Holds(Earlier) ? "holds" : "has days of")} {Earlier}, which is there too";
}
