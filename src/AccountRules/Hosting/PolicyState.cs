namespace AccountRules.Hosting;

/// <summary>What came of reading the policy up to now: swapped as one.</summary>
/// <param name="Setup">The last that could be used, which is in force.</param>
/// <param name="Since">When it came into force here.</param>
/// <param name="LastRefusal">The last that could not be used, if any.</param>
/// <param name="IsStale">Whether that is the newest.</param>
internal sealed record PolicyState(PolicySetup Setup, DateTimeOffset Since, PolicyRefusal? LastRefusal = null, bool IsStale = false);
