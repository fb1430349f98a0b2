namespace AccountRules.Tests.Conformance;

/// <summary>What an evaluator says of one fact.</summary>
public sealed record Answer(Standing Standing, string? Band, decimal? Payable = null)
{
    /// <summary>The answer for what a rule's expression yields: the index of a grade, or a negative cause.</summary>
    public static Answer Of(Rule rule, int code)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return code >= 0
            ? new(rule.Grades[code].Standing, rule.Grades[code].Band)
            : new(code == -1 || code == -Cause.BeforePolicy.Number ? Standing.NotApplicable : Standing.Undetermined, Band: null);
    }

    public static Answer Of(Assessment assessment) => new(assessment.Standing, assessment.Band, assessment.Payable);
}
