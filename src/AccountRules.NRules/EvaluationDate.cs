using NRules.RuleModel;

namespace AccountRules.NRules;

/// <summary>
/// The fact that says as of which date a session assesses: without one there are no assessments. A session holds one at most, whatever its date: inserting
/// a second throws, updating replaces the first. Immutable; equal by its date.
/// </summary>
/// <param name="AsOf">The date: only what had happened by then is known.</param>
public sealed record EvaluationDate(DateOnly AsOf) : IIdentityProvider
{
    /// <summary>What a session knows the fact by: the same for every date.</summary>
    public object GetIdentity() => typeof(EvaluationDate);

    /// <summary>The date as <c>yyyy-MM-dd</c>.</summary>
    public override string ToString() => AsOf.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
