using AccountRules.Facts;
using AccountRules.NRules.Tests.Hosts;
using AccountRules.Tests.Conformance;
using Xunit.Abstractions;

namespace AccountRules.NRules.Tests.Conformance;

/// <summary>The conformance suite through a session: the library's facts, and a host's entities mapped to them.</summary>
public sealed class NRulesConformanceTests(ITestOutputHelper output) : ConformanceSuite(output)
{
    protected override IReadOnlyList<Answer> Evaluate<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf)
    {
        var answers = Answers(rule, facts, asOf);
        Assert.Equal(answers, Answers(SlotRules.Over(rule), [.. facts.Select(f => new Slot<TFact>(f))], asOf));
        return answers;
    }

    protected override IEnumerable<MonthAnswer> RollUp(Policy policy, IReadOnlyList<KpiResult> facts, DateOnly asOf)
    {
        var session = Network.Session(policy.ToRuleSet().Rules, Network.ByReference<KpiResult>);
        session.InsertAll(facts);
        session.SetEvaluationDate(asOf);
        session.Fire();
        return session.Assessments().Where(a => a.RuleId == policy.KpiMonth.Id).Select(a => MonthAnswer.Of(a.Assessment));
    }

    protected override IEnumerable<TrackAnswer> Track(Policy policy, IReadOnlyList<AccountRevenue> facts, DateOnly asOf)
    {
        var session = Network.Session(policy.ToRuleSet().Rules, Network.ByReference<AccountRevenue>);
        session.SetEvaluationDate(asOf);
        session.InsertAll(facts);
        session.Fire();
        return session.Assessments().Where(a => a.RuleId == policy.KeyAccount.Id).Select(a => TrackAnswer.Of(a.Assessment));
    }

    private static Answer[] Answers<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf)
        where TFact : class
    {
        var session = Network.Session(rule.ToRuleDefinition(), Network.ByReference<TFact>);
        session.SetEvaluationDate(asOf);
        session.InsertAll(facts);
        TFact[] asked = [.. facts.Where(fact => rule.Judge(fact, asOf).Cause != Cause.NotAsked)];
        Assert.Equal(asked.Length, session.Fire());
        var isAsked = asked.ToHashSet<TFact>(ReferenceEqualityComparer.Instance);
        var answers = new Queue<Answer>(session.AssessmentsOf(asked).Select(a => new Answer(a.Standing, a.Band, a.IsProvisional, a.Payable)));
        return [.. facts.Select(fact => isAsked.Contains(fact) ? answers.Dequeue() : Answer.Of(rule.Assess(fact, asOf)))];
    }
}
