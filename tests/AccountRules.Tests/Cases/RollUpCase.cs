using AccountRules.Reference;

namespace AccountRules.Tests.Cases;

/// <summary>
/// What the suites need to try a roll-up over the rule of a <see cref="RuleCase"/>: how its facts are generated, a few for each subject and period, and what an
/// independent reading of the policy says of these together. That of the months of KPIs, which is of the core, is tried by name.
/// </summary>
internal abstract class RollUpCase
{
    /// <summary>Every case: one line each, in the order of the catalogue.</summary>
    public static IReadOnlyList<RollUpCase> All { get; } =
    [
        ServiceLevelCase.All,
    ];

    public static RollUpCase Of(string id) => All.Single(c => c.Id == id);

    /// <summary>The roll-up's id.</summary>
    public abstract string Id { get; }

    /// <summary>The oracle: what is said of each group of some facts, of any types, by its key.</summary>
    public abstract Dictionary<FactKey, RolledUp> Expected(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf);

    /// <summary>The assessments of the groups, by the library's collector.</summary>
    public abstract IEnumerable<Assessment> Assess(Policy policy, IEnumerable<object> facts, DateOnly asOf);

    public abstract void Accept(IRollUpCaseVisitor visitor);
}
