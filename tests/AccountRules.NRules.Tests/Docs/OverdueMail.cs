using AccountRules;
using AccountRules.Facts;
using AccountRules.NRules;

namespace Crm.Docs;

/// <summary>A host's rule, in a namespace of the host.</summary>
public sealed class OverdueMail : NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        AssessmentFact<FteOrder> order = null!;

        When()
            .Match(() => order, o => o.Standing == Standing.Overdue);

        Then()
            .Yield(_ => new Mail(order.Fact.AccountId!, order.Assessment.Reason));
    }
}
