namespace AccountRules.Testing;

/// <summary>
/// The policy that tests are to be run on. A test reads <c>PolicyUnderTest.Current ?? Policy.Read("policy.json")</c> when it runs, not in a static field, so
/// that a run of mutants can give it another policy. Each asynchronous flow has its own, so tests may run side by side. Safe for use by many threads.
/// </summary>
public static class PolicyUnderTest
{
    private static readonly AsyncLocal<TestRun?> Run = new();

    /// <summary>The policy that a run of mutants gives to the test that it runs; <c>null</c> otherwise.</summary>
    public static Policy? Current
    {
        get
        {
            if (Run.Value is not { } run)
                return null;

            run.WasAsked = true;
            return run.Policy;
        }
    }

    internal static TestRun? Now => Run.Value;

    /// <summary>Runs a check in a flow that has this policy; the flow that called goes on with its own.</summary>
    internal static void With(TestRun run, Action check)
    {
        var before = Run.Value;
        Run.Value = run;
        try
        {
            check();
        }
        finally
        {
            Run.Value = before;
        }
    }
}
