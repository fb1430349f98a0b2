using AccountRules;
using AccountRules.Testing;

namespace PolicyChange;

/// <summary>The policy in force, and the one that is to follow it.</summary>
internal static class Policies
{
    public static Policy InForce { get; } = Read("policy.json");

    public static Policy Proposed { get; } = Read("policy-stricter.json");

    /// <summary>The one that the tests are on: the proposed policy, or a mutant of it while a run of mutants runs the test.</summary>
    public static Policy Tested => PolicyUnderTest.Current ?? Proposed;

    private static Policy Read(string file) => Policy.Read(Path.Combine(AppContext.BaseDirectory, file));
}
