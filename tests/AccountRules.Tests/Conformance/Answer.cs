namespace AccountRules.Tests.Conformance;

/// <summary>What an evaluator says of one fact.</summary>
/// <param name="IsProvisional">Whether the fact's period runs; <c>null</c> where a table cannot tell.</param>
public sealed record Answer(Standing Standing, string? Band, bool? IsProvisional, decimal? Payable = null)
{
    /// <summary>The answer for what a rule's expression yields.</summary>
    public static Answer Of(Rule rule, int code)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Of(rule, rule.VerdictOf(code));
    }

    public static Answer Of(Rule rule, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new(verdict.Standing, verdict.Grade >= 0 ? rule.Grades[verdict.Grade].Band : null, verdict.IsProvisional);
    }

    public static Answer Of(Assessment assessment) => new(assessment.Standing, assessment.Band, assessment.IsProvisional, assessment.Payable);
}
