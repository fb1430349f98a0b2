using System.Globalization;

namespace AccountRules.Reference;

/// <summary>Compares what the rules say with the reference evaluator. All members are safe for use by many threads.</summary>
public static class ReferenceComparison
{
    /// <summary>What an assessment of a fact by itself says otherwise; nothing where both say the same.</summary>
    /// <param name="reference">The evaluator, by the policy that the assessment was made by.</param>
    /// <param name="assessment">The assessment, of one of <see cref="ReferenceEvaluator.RulesOnFacts"/>.</param>
    /// <exception cref="ArgumentException">It does not read the assessment's rule, or its fact is of a host's own type.</exception>
    public static IReadOnlyList<ReferenceDifference> Compare(this ReferenceEvaluator reference, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var rule = assessment.Rule.Id;
        var fact = assessment.Fact
            ?? throw new ArgumentException($"The assessment by `{rule}` has no fact of its own: compare all rows of the rule.", nameof(assessment));
        return [.. Between(assessment, reference.Assess(rule, fact, assessment.AsOf ?? DateOnly.MaxValue))];
    }

    /// <summary>
    /// What the assessments of a rule on many facts say otherwise, rows that only one of the two has included; nothing where both say the same.
    /// </summary>
    /// <param name="reference">The evaluator, by the policy that the assessments were made by.</param>
    /// <param name="rule">The rule's id, of <see cref="ReferenceEvaluator.RulesOnManyFacts"/>.</param>
    /// <param name="facts">All facts that were taken together.</param>
    /// <param name="assessments">All assessments that were made of them.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <exception cref="ArgumentException">It does not read the rule.</exception>
    public static IReadOnlyList<ReferenceDifference> Compare(
        this ReferenceEvaluator reference, string rule, IEnumerable<object> facts, IEnumerable<Assessment> assessments, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(assessments);
        var expected = reference.AssessTogether(rule, facts, asOf).ToLookup(answer => answer.Key);
        var found = assessments.ToLookup(assessment => assessment.Key with { StartedOn = null });
        List<ReferenceDifference> differences = [];
        foreach (var key in expected.Select(own => own.Key).Union(found.Select(own => own.Key)))
        {
            ReferenceAnswer[] answers = [.. expected[key]];
            Assessment[] own = [.. found[key]];
            for (var i = 0; i < Math.Max(answers.Length, own.Length); i++)
            {
                if (i < answers.Length && i < own.Length)
                    differences.AddRange(Between(own[i], answers[i]));
                else
                    differences.Add(new(rule, key, "Row", i < own.Length ? $"{own[i].Standing}" : null, i < answers.Length ? $"{answers[i].Standing}" : null));
            }
        }

        return differences;
    }

    private static IEnumerable<ReferenceDifference> Between(Assessment found, ReferenceAnswer expected)
    {
        var isRollUp = expected.Streak is not null;
        var isRow = RowReadings.All.ContainsKey(expected.Rule);
        (string Field, object? Found, object? Expected, bool IsRead)[] fields =
        [
            (nameof(Assessment.Standing), found.Standing, expected.Standing, true),
            (nameof(Assessment.Band), found.Band, expected.Band, !isRollUp),
            (nameof(Assessment.IsProvisional), found.IsProvisional, expected.IsProvisional, !isRow),
            (nameof(Assessment.Payable), found.Payable, expected.Payable, true),
            (nameof(Assessment.Programme), found.Programme, expected.Programme, true),
            (nameof(Assessment.Value), found.Value, (decimal?)expected.Days, expected.Days is not null),
            (nameof(Assessment.Movement), found.Movement, expected.Movement, expected.Movement is not null || found.Movement is not null),
            (nameof(Assessment.Streak), found.Streak, expected.Streak, isRollUp),
        ];
        return fields.Where(field => field.IsRead && !Equals(field.Found, field.Expected))
            .Select(field => new ReferenceDifference(expected.Rule, found.Key, field.Field, Text(field.Found), Text(field.Expected)));
    }

    private static string? Text(object? value) => value is decimal number ? number.ToString("G29", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
}
