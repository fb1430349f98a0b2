namespace AccountRules.Facts;

/// <summary>
/// A response to a survey of client satisfaction (duties, Client Satisfaction Surveys; competency). It names no respondent. Immutable; equal by value.
/// </summary>
public sealed record SurveyResponse : KnownFact
{
    /// <summary>Its files are <c>survey-responses</c>; the response's id tells it apart, also from one of another account or period.</summary>
    public static FactShape<SurveyResponse> Shape { get; } = new(r => r.SurveyId)
    {
        Name = "survey-responses",
        Account = r => r.AccountId,
        GroupedBy = [nameof(AccountId), nameof(Period)],
    };

    /// <summary>The response's id, which says nothing of who gave it.</summary>
    public required string SurveyId { get; init; }

    /// <summary>The account that it is of; <c>null</c> where it is of none: those are counted together, as a group of their own.</summary>
    public string? AccountId { get; init; }

    /// <summary>The period; periods of one kind are compared with each other.</summary>
    public required Period Period { get; init; }

    /// <summary>The score, on whatever scale the survey has; <c>null</c> where none was given, which counts as no response.</summary>
    public decimal? Score { get; init; }
}
