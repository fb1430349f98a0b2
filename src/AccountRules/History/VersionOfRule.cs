namespace AccountRules.History;

/// <summary>The rule that a version of a policy has.</summary>
/// <param name="Version">The version.</param>
/// <param name="EffectiveFrom">Its first day; <c>null</c> where it is open.</param>
/// <param name="By">How it takes over from the one before; <c>null</c> for the usual way.</param>
/// <param name="Rule">The rule.</param>
/// <param name="SaysAsBefore">Whether nothing that the rule is made of is another than in the version before.</param>
internal sealed record VersionOfRule(string Version, DateOnly? EffectiveFrom, VersionTransition? By, Rule Rule, bool SaysAsBefore);
