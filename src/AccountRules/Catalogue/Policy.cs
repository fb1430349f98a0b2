using AccountRules.Catalogue;
using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// A policy: its terms, and the rules made of them. Immutable and safe for use by many threads; equal by its terms.
/// </summary>
public sealed partial class Policy : IEquatable<Policy>
{
    /// <summary>Makes a policy of its terms.</summary>
    /// <param name="terms">The terms.</param>
    /// <exception cref="PolicyException">Some terms cannot be used; the message and <see cref="PolicyException.Problems"/> name them all.</exception>
    public Policy(PolicyTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var problems = TermCheck.Problems(terms).Select(p => new PolicyProblem($"$.{p.Path}", Line: null, p.Found, p.Allowed)).ToArray();
        if (problems.Length > 0)
            throw new PolicyException("The policy's terms", problems);

        Terms = terms;
        FteFulfillment = terms.FteFulfillment.Rule(terms);
        RegistryClosure = terms.RegistryClosure.Rule(terms);
        KpiAttainment = terms.KpiAttainment.Rule(terms);
        KpiMonth = KpiAttainmentTerms.MonthRule(KpiAttainment);
        KeyAccount = terms.KeyAccount.Rule(terms);
        PerformancePay = terms.PerformancePay.Rule(terms);
        ImprovementPlan = terms.ImprovementPlan.Rule(terms);
        Rules = [FteFulfillment, RegistryClosure, KpiAttainment, KpiMonth, KeyAccount, PerformancePay, ImprovementPlan];
    }

    /// <summary>The documents' own numbers.</summary>
    public static Policy Default { get; } = new(new PolicyTerms(Version: "documents"));

    /// <summary>The policy's terms.</summary>
    public PolicyTerms Terms { get; }

    /// <summary>The policy's name.</summary>
    public string Name => Terms.Policy;

    /// <summary>The policy's version, which every assessment carries.</summary>
    public string Version => Terms.Version;

    /// <summary>Every rule of the policy, for listing and printing.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>An FTE order is fulfilled at most 90 days from the date of order (expectations 2).</summary>
    public DeadlineRule<FteOrder> FteFulfillment { get; }

    /// <summary>A Master Action Registry item is closed within 30 to 60 days of being added (expectations 4).</summary>
    public DeadlineRule<RegistryItem> RegistryClosure { get; }

    /// <summary>Every KPI is attained above 85% (expectations 3).</summary>
    public AttainmentRule<KpiResult> KpiAttainment { get; }

    /// <summary>All KPIs of an employee and period are met, with the streak of periods met (expectations 3).</summary>
    public RollUpRule<KpiResult> KpiMonth { get; }

    /// <summary>An account becomes a key account when its revenue crosses a threshold (key-account-manager, KPIs).</summary>
    public LifecycleRule<AccountRevenue> KeyAccount { get; }

    /// <summary>KPI achievement decides performance-linked pay (key-account-manager, PLP table).</summary>
    public TierRule<PayPeriod> PerformancePay { get; }

    /// <summary>After a completed plan, performance still below expectation starts formal termination procedures (key-account-manager, PIP).</summary>
    public LifecycleRule<ImprovementPlan> ImprovementPlan { get; }

    /// <summary>Whether both have the same terms.</summary>
    /// <param name="other">The policy to compare with.</param>
    public bool Equals(Policy? other) => other is not null && Terms == other.Terms;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Policy);

    /// <inheritdoc/>
    public override int GetHashCode() => Terms.GetHashCode();

    /// <summary>The policy's name and version.</summary>
    public override string ToString() => $"{Name} {Version}";
}
