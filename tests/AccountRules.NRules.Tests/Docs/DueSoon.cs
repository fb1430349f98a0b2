using AccountRules;
using AccountRules.Facts;
using AccountRules.NRules;

namespace Crm.Docs;

public sealed class DueSoon : NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        EvaluationDate today = null!;
        AssessmentFact<FteOrder> order = null!;

        When()
            .Match(() => today)
            .Match(() => order, o => o.Standing == Standing.AtRisk, o => o.DueOn!.Value.DayNumber - today.AsOf.DayNumber <= 7);

        Then()
            .Yield(_ => new Mail(order.Fact.AccountId!, "due soon"));
    }
}
