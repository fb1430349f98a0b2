namespace AccountRules.Tests.Language;

/// <summary>A part of a host's fact.</summary>
public sealed record Handling(DateOnly? On);
