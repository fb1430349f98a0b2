namespace AccountRules.Hosting;

/// <summary>The policy in force and the time zone that goes with it: swapped as one.</summary>
internal sealed record PolicySetup(Policy Policy, TimeZoneInfo TimeZone);
