namespace AccountRules.Tests.Conformance;

/// <summary>What an evaluator says of one fact.</summary>
public sealed record Answer(Standing Standing, string? Band, decimal? Payable = null)
{
    public static Answer Of(Rule rule, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new(verdict.Standing, verdict.Grade >= 0 ? rule.Grades[verdict.Grade].Band : null);
    }

    public static Answer Of(Assessment assessment) => new(assessment.Standing, assessment.Band, assessment.Payable);
}
