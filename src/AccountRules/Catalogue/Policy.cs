using AccountRules.Catalogue;
using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// A policy: its terms, and the rules made of them. A rule is made when it is first asked for, and is the same object ever after.
/// Immutable and safe for use by many threads; equal by its terms.
/// </summary>
public sealed partial class Policy : IEquatable<Policy>
{
    /// <summary>Makes a policy of its terms.</summary>
    /// <param name="terms">The terms.</param>
    /// <exception cref="PolicyException">Some terms cannot be used; the message and <see cref="PolicyException.Problems"/> name them all.</exception>
    public Policy(PolicyTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var problems = TermCheck.Problems(terms);
        if (problems.Count > 0)
            throw new PolicyException("The policy's terms", problems.ConvertAll(p => new PolicyProblem($"$.{p.Path}", Line: null, p.Found, p.Allowed)));

        Terms = terms;
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
    public IReadOnlyList<Rule> Rules => field ?? Keep(ref field, [FteFulfillment, RegistryClosure, KpiAttainment, KpiMonth, KeyAccount, PerformancePay, ImprovementPlan]);

    /// <summary>An FTE order is fulfilled at most 90 days from the date of order (expectations 2).</summary>
    public DeadlineRule<FteOrder> FteFulfillment => field ?? Keep(ref field, Terms.FteFulfillment.Rule(Terms));

    /// <summary>A Master Action Registry item is closed within 30 to 60 days of being added (expectations 4).</summary>
    public DeadlineRule<RegistryItem> RegistryClosure => field ?? Keep(ref field, Terms.RegistryClosure.Rule(Terms));

    /// <summary>Every KPI is attained above 85% (expectations 3).</summary>
    public AttainmentRule<KpiResult> KpiAttainment => field ?? Keep(ref field, Terms.KpiAttainment.Rule(Terms));

    /// <summary>All KPIs of an employee and period are met, with the streak of periods met (expectations 3).</summary>
    public RollUpRule<KpiResult> KpiMonth => field ?? Keep(ref field, KpiAttainmentTerms.MonthRule(KpiAttainment));

    /// <summary>An account becomes a key account when its revenue crosses a threshold (key-account-manager, KPIs).</summary>
    public LifecycleRule<AccountRevenue> KeyAccount => field ?? Keep(ref field, Terms.KeyAccount.Rule(Terms));

    /// <summary>KPI achievement decides performance-linked pay (key-account-manager, PLP table).</summary>
    public TierRule<PayPeriod> PerformancePay => field ?? Keep(ref field, Terms.PerformancePay.Rule(Terms));

    /// <summary>After a completed plan, performance still below expectation starts formal termination procedures (key-account-manager, PIP).</summary>
    public LifecycleRule<ImprovementPlan> ImprovementPlan => field ?? Keep(ref field, Terms.ImprovementPlan.Rule(Terms));

    /// <summary>Whether both have the same terms.</summary>
    /// <param name="other">The policy to compare with.</param>
    public bool Equals(Policy? other) => other is not null && Terms == other.Terms;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Policy);

    /// <inheritdoc/>
    public override int GetHashCode() => Terms.GetHashCode();

    /// <summary>The policy's name and version.</summary>
    public override string ToString() => $"{Name} {Version}";

    /// <summary>Of threads that make the same at once, all get what the first one kept.</summary>
    private static T Keep<T>(ref T? place, T made)
        where T : class =>
        Interlocked.CompareExchange(ref place, made, null) ?? made;
}
