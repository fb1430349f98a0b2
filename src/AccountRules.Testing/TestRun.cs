namespace AccountRules.Testing;

/// <summary>One run of a check on a policy.</summary>
internal sealed class TestRun(Policy policy, PolicyCoverage? coverage)
{
    public Policy Policy { get; } = policy;

    /// <summary>Where what is asserted is noted; <c>null</c> on a mutant.</summary>
    public PolicyCoverage? Coverage { get; } = coverage;

    /// <summary>Whether the check asked for the policy.</summary>
    public bool WasAsked { get; set; }
}
