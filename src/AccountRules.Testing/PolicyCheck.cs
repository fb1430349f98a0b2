namespace AccountRules.Testing;

/// <summary>A check of a policy, which throws where the policy is not as it should be. Immutable.</summary>
public sealed class PolicyCheck
{
    private PolicyCheck(string name, Action<Policy>? run, string? whyNotRun) => (Name, Check, WhyNotRun) = (name, run ?? (_ => { }), whyNotRun);

    /// <summary>A check.</summary>
    /// <param name="name">What it is called in reports.</param>
    /// <param name="run">Runs it on a policy, which is also <see cref="PolicyUnderTest.Current"/> meanwhile. It may be run many times.</param>
    public PolicyCheck(string name, Action<Policy> run)
        : this(name, run, whyNotRun: null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(run);
    }

    /// <summary>A check that is asynchronous, and waited for.</summary>
    /// <param name="name">What it is called in reports.</param>
    /// <param name="run">Runs it on a policy, which is also <see cref="PolicyUnderTest.Current"/> meanwhile. It may be run many times.</param>
    public PolicyCheck(string name, Func<Policy, Task> run)
        : this(name, policy => run(policy).GetAwaiter().GetResult(), whyNotRun: null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(run);
    }

    /// <summary>What it is called in reports.</summary>
    public string Name { get; }

    /// <summary>Why a run leaves it out, such as a test that is skipped; <c>null</c> where it does not.</summary>
    public string? WhyNotRun { get; }

    internal Action<Policy> Check { get; }

    /// <summary>Whether it is handed the policy, and need not ask for it.</summary>
    internal bool TakesPolicy { get; init; } = true;

    /// <summary>What it shares with others that ask for the same rules: the rows of a theory the name of the theory.</summary>
    internal string Group { get => field ?? Name; init; }

    internal static PolicyCheck NotRun(string name, string why) => new(name, run: null, why);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
