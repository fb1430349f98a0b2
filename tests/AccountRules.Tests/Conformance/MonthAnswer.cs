namespace AccountRules.Tests.Conformance;

/// <summary>What an evaluator says of an employee's month.</summary>
/// <param name="Streak"><c>null</c> where the evaluator does not count streaks.</param>
public sealed record MonthAnswer(string Employee, Period Period, Standing Standing, int? Streak, bool IsProvisional)
{
    public static MonthAnswer Of(Assessment assessment) =>
        new(assessment.Subject, assessment.Period!.Value, assessment.Standing, assessment.Streak, assessment.IsProvisional);
}
