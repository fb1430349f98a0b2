using AccountRules;

namespace AccountRulesHost;

/// <summary>What the endpoint answers.</summary>
public sealed record OrderStanding(string Number, string Standing, string Reason, DateOnly? DueOn, DateOnly? ChangesOn, string? PolicyVersion)
{
    public static OrderStanding Of(Assessment order) =>
        new(order.Subject, order.Standing.ToString(), order.Reason, order.DueOn, order.ChangesOn, order.PolicyVersion);
}
