namespace AccountRules.Tests.Conformance;

/// <summary>What an evaluator says of an account in a period of its track.</summary>
public sealed record TrackAnswer(string Account, Period Period, Standing Standing, string? Band, Movement? Movement, bool IsProvisional)
{
    public static TrackAnswer Of(Assessment assessment) =>
        new(assessment.Subject, assessment.Period!.Value, assessment.Standing, assessment.Band, assessment.Movement, assessment.IsProvisional);
}
