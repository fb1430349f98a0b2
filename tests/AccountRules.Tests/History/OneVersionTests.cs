using AccountRules.Tests.Cases;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.History;

/// <summary>
/// A history of one version says, to the letter, what that policy says; and so does one of two versions with the same terms, but for which of them it was.
/// </summary>
public sealed class OneVersionTests
{
    public static TheoryData<string> Rules => [.. RuleCase.All.Select(c => c.Id)];

    public static TheoryData<string> GatheredRules => [.. GatheredCase.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Records_OfOneVersion_AreThoseOfThePolicy(string rule) => RuleCase.Of(rule).Accept(new EachRecord());

    [Theory]
    [MemberData(nameof(GatheredRules))]
    public void RecordsOfRows_OfOneVersion_AreThoseOfThePolicy(string id)
    {
        var rule = GatheredCase.Of(id);
        var any = from asOf in Dates.AsOf(Reach.Plain)
                  from terms in Terms.Near(asOf, Reach.Full)
                  from facts in rule.Facts(terms, asOf, Reach.Full)
                  select (Policy: new Policy(terms), asOf, facts);
        Check.One(Generated.Cases(6, id), Prop.ForAll(any.ToArbitrary(), c => Same(
            c.Policy, policy => rule.Assess(policy, c.facts, c.asOf))));
    }

    private static void Same(Policy policy, Func<Policy, IEnumerable<Assessment>> assess)
    {
        AssessmentRecord[] own = [.. assess(policy).Select(a => a.ToRecord())];
        Assert.Equal(own, assess(new PolicyHistory([policy])).Select(a => a.ToRecord()));

        if (policy.Terms.EffectiveFrom == DateOnly.MaxValue)
            return;

        var later = new Policy(policy.Terms with { Version = "later", EffectiveFrom = (policy.Terms.EffectiveFrom ?? new(2024, 1, 1)).AddDays(1) });
        AssessmentRecord[] two = [.. assess(new PolicyHistory([policy, later])).Select(a => a.ToRecord())];
        Assert.All(two, record => Assert.Contains(record.JudgedBy!.Version, (string[])[policy.Version, "later"]));
        Assert.Equal(own.Select(Unlabelled), two.Select(Unlabelled));

        static AssessmentRecord Unlabelled(AssessmentRecord record) =>
            record with { PolicyVersion = null, PolicyFingerprint = null, JudgedBy = null, Digest = null };
    }

    private sealed class EachRecord : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class => Check.One(Generated.Cases(6, rule.Id), Prop.ForAll(
                Case<TFact>.Any(rule.Fact, 30, Reach.Plain).ToArbitrary(),
                c => Same(c.Policy, policy => c.Facts.Select(fact => rule.Rule(policy).Assess(fact, c.AsOf)))));
    }
}
