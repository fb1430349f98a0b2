namespace AccountRules.Cultures.Tests;

/// <summary>What a process left behind.</summary>
internal sealed record Outcome(int Code, string Output, string Error);
