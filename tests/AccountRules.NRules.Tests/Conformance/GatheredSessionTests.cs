using AccountRules.Tests.Cases;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;
using NRules;

namespace AccountRules.NRules.Tests.Conformance;

/// <summary>Rows that a session makes of many facts stand as the policy says, also after facts come and go and the date moves on.</summary>
public sealed class GatheredSessionTests
{
    public static TheoryData<string> Rules => [.. GatheredCase.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rows_OfASession_StandAsThePolicySaysAfterEveryStep(string id)
    {
        var rule = GatheredCase.Of(id);
        var any = from terms in Terms.Any(Reach.Full)
                  from asOf in Dates.AsOf(Reach.Full)
                  from sets in rule.Facts(terms, asOf, Reach.Full).ArrayOf(3)
                  let policy = new Policy(terms)
                  select sets.Select(facts => new Case<object>(policy, asOf, facts)).ToArray();

        // Compiling a network takes longer than asking it, so each is asked about several sets of facts.
        Check.One(Generated.Cases(20, id), Prop.ForAll(any.ToArbitrary(), sets =>
        {
            var compiler = new RuleCompiler();
            compiler.FactIdentityComparerRegistry.RegisterAccountFacts();
            var network = compiler.Compile(sets[0].Policy.ToRuleSet().Rules.Where(r => r.Name == id));
            Array.ForEach(sets, c => Stands(rule, network.CreateSession(), c));
        }));
    }

    private static void Stands(GatheredCase rule, ISession session, Case<object> c)
    {
        session.SetEvaluationDate(c.AsOf);
        session.Fire();
        var present = new List<object>();
        foreach (var fact in c.Facts)
        {
            session.Insert(fact);
            present.Add(fact);
        }

        Holds(c.AsOf);
        foreach (var fact in c.Facts.Where((_, i) => i % 3 == 0))
        {
            session.Retract(fact);
            present.Remove(fact);
        }

        Holds(c.AsOf);
        var later = Dates.Shift(c.AsOf, 40, Reach.Full);
        session.SetEvaluationDate(later);
        Holds(later);

        void Holds(DateOnly day)
        {
            session.Fire();
            Assert.Equal(
                rule.Says(c.Policy.Terms, present, day).OrderBy(r => r.Key).Select(r => $"{r.Key}: {r.Value.Standing} {r.Value.Band}"),
                session.Assessments().OrderBy(a => a.Assessment.Key).Select(a => $"{a.Assessment.Key}: {a.Standing} {a.Band}"));
        }
    }
}
