namespace AccountRules;

/// <summary>A version of a policy and where it comes from, in words, such as the name of its file.</summary>
internal sealed record PolicyVersionSource(Policy Policy, string Source);
