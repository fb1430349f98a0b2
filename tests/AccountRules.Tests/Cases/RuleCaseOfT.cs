using AccountRules.Reference;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;

namespace AccountRules.Tests.Cases;

/// <inheritdoc/>
internal sealed class RuleCase<TFact>(Func<Policy, Rule<TFact>> rule) : RuleCase
    where TFact : class
{
    public override string Id { get; } = rule(Policy.Default).Id;

    public Func<Policy, Rule<TFact>> Rule { get; } = rule;

    /// <summary>Facts around the cuts of the terms they are to be judged by.</summary>
    public required Func<PolicyTerms, DateOnly, Reach, Gen<TFact>> Fact { get; init; }

    /// <summary>The oracle, given the thresholds that the terms state.</summary>
    public required Func<PolicyTerms, TFact, DateOnly, Expected> Says { get; init; }

    /// <summary>The fact with another subject: generated facts have the same one.</summary>
    public required Func<TFact, string, TFact> WithSubject { get; init; }

    public override void Conforms(ConformanceSuite suite) => suite.Conforms(this);

    public override void Accept(IRuleCaseVisitor visitor) => visitor.Visit(this);
}
