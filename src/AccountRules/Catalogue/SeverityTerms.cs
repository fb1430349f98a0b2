namespace AccountRules;

/// <summary>In how many days an escalation of a severity is routed and resolved. Immutable; equal by value.</summary>
public sealed record SeverityTerms
{
    internal static TermSection<SeverityTerms> Section { get; } = new TermSection<SeverityTerms>("severity", new() { Name = "" })
        .Text("name", "The severity's name, as escalations have it; case counts.", t => t.Name, (t, name) => t with { Name = name! }, isRequired: true)
        .Whole(
            "routeWithinDays", "The last day, counted from raising it, on which routing it is in time.",
            t => t.RouteWithinDays, (t, days) => t with { RouteWithinDays = days }, min: 0, max: 3660, isRequired: true)
        .Whole(
            "resolveWithinDays", "The last day, counted from raising it, on which resolving it is in time.",
            t => t.ResolveWithinDays, (t, days) => t with { ResolveWithinDays = days }, min: 0, max: 3660, isRequired: true);

    /// <summary>The severity's name, as escalations have it; case counts.</summary>
    public required string Name { get; init; }

    /// <summary>The last day, counted from raising it, on which routing it is in time. 0 to 3660.</summary>
    public int RouteWithinDays { get; init; }

    /// <summary>The last day, counted from raising it, on which resolving it is in time. 0 to 3660.</summary>
    public int ResolveWithinDays { get; init; }
}
