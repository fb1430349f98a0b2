namespace AccountRules.Reference;

/// <summary>An account in a period.</summary>
internal sealed record Membership(Standing Standing, string? Band, Movement? Movement, bool IsProvisional = false);
