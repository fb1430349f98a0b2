namespace AccountRules.Lifecycles;

/// <summary>One subject in one period of a track.</summary>
internal sealed record Tracked(string Subject, string? Account, Period Period, decimal Value, Movement? Movement, bool HasFact);
