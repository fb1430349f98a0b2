namespace AccountRules.Tests.Basics;

/// <summary>A part of a host's fact.</summary>
public sealed record Handling(DateOnly? On);
