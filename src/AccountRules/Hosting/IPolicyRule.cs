namespace AccountRules.Hosting;

/// <summary>A rule that a host has added by <c>AddRule</c>: what is asked of it when the host starts, and before a policy is taken up.</summary>
internal interface IPolicyRule
{
    /// <summary>Makes the rule of a policy; says why that cannot be done.</summary>
    /// <param name="policy">The policy.</param>
    string? ProblemWith(Policy policy);

    /// <summary>Runs the host's own check of the rule of the policy in force, if there is one; says why it fails.</summary>
    /// <param name="services">The services of a scope.</param>
    string? Check(IServiceProvider services);
}
