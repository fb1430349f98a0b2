using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;

namespace AccountRules.Tests.Cases;

/// <inheritdoc/>
internal sealed class RollUpCase<TFact>(Func<Policy, RollUpRule<TFact>> rule) : RollUpCase
    where TFact : class
{
    public override string Id { get; } = rule(Policy.Default).Id;

    public Func<Policy, RollUpRule<TFact>> Rule { get; } = rule;

    /// <summary>Facts of a few subjects and periods.</summary>
    public required Func<PolicyTerms, DateOnly, Reach, Gen<TFact>> Fact { get; init; }

    /// <summary>The oracle.</summary>
    public required Func<PolicyTerms, IEnumerable<TFact>, DateOnly, Dictionary<FactKey, RolledUp>> Says { get; init; }

    public override Dictionary<FactKey, RolledUp> Expected(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf) =>
        Says(terms, facts.OfType<TFact>(), asOf);

    public override IEnumerable<Assessment> Assess(Policy policy, IEnumerable<object> facts, DateOnly asOf) =>
        Rule(policy).Assess(facts.OfType<TFact>(), asOf);

    public override void Accept(IRollUpCaseVisitor visitor) => visitor.Visit(this);
}
