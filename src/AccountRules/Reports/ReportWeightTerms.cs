namespace AccountRules;

/// <summary>What a rule counts for in the score of a report. Immutable; equal by value.</summary>
public sealed record ReportWeightTerms
{
    internal static TermSection<ReportWeightTerms> Section { get; } = new TermSection<ReportWeightTerms>("weight", new() { Rule = "" })
        .Text("rule", "The rule's id, such as payment.", t => t.Rule, (t, rule) => t with { Rule = rule! }, isRequired: true)
        .Weight("The rule's part of the score; the weights add up to exactly 1.", t => t.Weight, (t, weight) => t with { Weight = weight });

    /// <summary>The rule's id, such as <c>payment</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's part of the score, above 0 up to 1; the weights add up to exactly 1.</summary>
    public decimal Weight { get; init; }
}
