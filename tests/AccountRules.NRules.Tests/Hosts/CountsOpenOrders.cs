using NRules.Fluent.Dsl;

namespace AccountRules.NRules.Tests.Hosts;

/// <summary>A host's rule over all assessments of orders at once.</summary>
public sealed class CountsOpenOrders : global::NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        Counts counts = null!;
        IEnumerable<AssessmentFact> orders = null!;

        When()
            .Match(() => counts)
            .Query(() => orders, q => q.Match<AssessmentFact>(a => a.RuleId == "fte-fulfillment").Collect());

        Then().Do(_ => counts.Seen.Add(orders.Count()));
    }
}
