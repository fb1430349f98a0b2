using System.Runtime.CompilerServices;
using AccountRules.Facts;
using NRules.RuleModel;

namespace AccountRules.NRules.Tests.Hosts;

/// <summary>The policy's rules over slots.</summary>
internal static class SlotRules
{
    private static readonly ConditionalWeakTable<Rule, Rule> Known = [];

    /// <summary>One for each rule: what is compiled of it is compiled once.</summary>
    public static Rule<Slot<TFact>> Over<TFact>(Rule<TFact> rule)
        where TFact : class => (Rule<Slot<TFact>>)Known.GetValue(rule, _ => Made(rule));

    private static Rule<Slot<TFact>> Made<TFact>(Rule<TFact> rule)
        where TFact : class => rule switch
        {
            DeadlineRule<TFact> r => r.For<Slot<TFact>>(s => s.Content),
            AttainmentRule<TFact> r => r.For<Slot<TFact>>(s => s.Content),
            TierRule<TFact> r => r.For<Slot<TFact>>(s => s.Content),
            LifecycleRule<TFact> r => r.For<Slot<TFact>>(s => s.Content),
            RuleByCategory<TFact> r => r.For<Slot<TFact>>(s => s.Content),
            _ => throw new ArgumentException($"No slots for rule `{rule.Id}`.", nameof(rule)),
        };

    public static RollUpRule<Slot<KpiResult>> Months(Policy policy) => policy.KpiMonth.Over(Over(policy.KpiAttainment));

    public static LifecycleRule<Slot<AccountRevenue>> Membership(Policy policy) => (LifecycleRule<Slot<AccountRevenue>>)Over(policy.KeyAccount);

    public static IEnumerable<IRuleDefinition> Definitions(Policy policy, params Standing[] standings) =>
        policy.Rules.SelectMany(rule => rule.Accept(new OverSlots(standings)));

    private sealed class OverSlots(Standing[] standings) : IRuleVisitor<IEnumerable<IRuleDefinition>>
    {
        public IEnumerable<IRuleDefinition> Each<TFact>(Rule<TFact> rule)
            where TFact : class => [Over(rule).ToRuleDefinition(standings)];

        public IEnumerable<IRuleDefinition> RollUp<TFact>(RollUpRule<TFact> rule)
            where TFact : class => [rule.Over(Over(rule.Of)).ToRuleDefinition(standings)];

        public IEnumerable<IRuleDefinition> Track<TFact>(LifecycleRule<TFact> rule)
            where TFact : class => ((LifecycleRule<Slot<TFact>>)Over(rule)).ToTrackDefinitions(standings);

        public IEnumerable<IRuleDefinition> Gathered<TRow>(GatheredRule<TRow> rule)
            where TRow : class => [rule.ToRuleDefinition(standings)];
    }
}
