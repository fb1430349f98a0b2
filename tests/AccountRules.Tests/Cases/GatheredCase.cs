using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;

namespace AccountRules.Tests.Cases;

/// <summary>
/// What the suites need to try a rule on rows that are each made of many facts: how its facts are generated, and what an independent reading of the policy says
/// of the rows that they make. A rule more is a case and its own test file.
/// </summary>
internal abstract class GatheredCase
{
    /// <summary>Every case: one line each, in the order of the catalogue.</summary>
    public static IReadOnlyList<GatheredCase> All { get; } =
    [
        ImprovementPlanStartCase.Case,
        BcpConsistencyCase.Case,
        ProgressUpdateCase.Case,
        BusinessReviewCase.Case,
        RetentionCase.Case,
        WalletShareCases.Growth,
        GrowthCases.Revenue,
        GrowthCases.DealSize,
        CompetencyCase.Case,
        SatisfactionCases.Mean,
        SatisfactionCases.Trend,
        LifetimeValueCase.Case,
    ];

    public static GatheredCase Of(string id) => All.Single(c => c.Id == id);

    /// <summary>The rule's id.</summary>
    public abstract string Id { get; }

    /// <summary>The facts that the rule takes.</summary>
    public abstract IReadOnlyList<GatheringSource> Sources { get; }

    /// <summary>The standings that rows of generated facts have, so that none goes untried.</summary>
    public required IReadOnlyList<Standing> Standings { get; init; }

    /// <summary>Facts of all types that the rule takes, each with a key of its own.</summary>
    public required Func<PolicyTerms, DateOnly, Reach, Gen<object[]>> Facts { get; init; }

    /// <summary>The oracle: what is said of each row, by its key.</summary>
    public required Func<PolicyTerms, IEnumerable<object>, DateOnly, Dictionary<FactKey, Expected>> Says { get; init; }

    /// <summary>Sets terms of the rule's section; <c>null</c> where it has none.</summary>
    public Func<Reach, Gen<Func<PolicyTerms, PolicyTerms>>>? AnyTerms { get; init; }

    /// <summary>The agenda of the rows.</summary>
    public abstract Agenda Agenda(Policy policy, IEnumerable<object> facts, DateOnly asOf, int days);

    /// <summary>Puts the facts into a curve.</summary>
    public abstract void Collect(PolicyCurve curve, IEnumerable<object> facts);

    /// <summary>The assessments of the rows, by the library's collector.</summary>
    public abstract IEnumerable<Assessment> Assess(Policy policy, IEnumerable<object> facts, DateOnly asOf);
}
