using AccountRules;
using AccountRules.NRules;

namespace Crm;

/// <summary>
/// A rule of the host: an overdue order of an account that is in the key-account portfolio raises an alert, which goes when either no longer holds.
/// </summary>
internal sealed class KeyAccountAlert : NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        AssessmentFact<CrmOrder> order = null!;
        AssessmentFact member = null!;

        When()
            .Match(() => member, m => m.RuleId == "key-account", m => m.IsLatest, m => m.Band == "Key")
            .Match(() => order, o => o.RuleId == "fte-fulfillment", o => o.Standing == Standing.Overdue, o => o.Account == member.Account);

        Then()
            .Yield(_ => new Alert(order.Fact.Account, order.Fact.Number, order.DueOn!.Value));
    }
}
