namespace Crm;

/// <summary>What an account manager is told.</summary>
internal sealed record Alert(string Account, string Order, DateOnly DueOn);
