namespace AccountRules.Reference;

/// <summary>What POLICY says of the facts of a subject and period together.</summary>
internal readonly record struct RolledUp(Standing Standing, int Streak, bool IsProvisional);
