using AccountRules.Facts;

namespace AccountRules.Catalogue;

/// <summary>The terms of <c>fte-fulfillment</c>: an FTE order is fulfilled at most 90 days from the date of order (expectations 2). Immutable; equal by value.</summary>
/// <param name="LimitDays">The last day on which fulfilling an order is in time; the day itself is in.</param>
/// <param name="AtRiskFromDay">The first day on which an open order is at risk; the day itself is.</param>
public sealed record FteFulfillmentTerms(int LimitDays = 90, int AtRiskFromDay = 76) : ITerms
{
    private static readonly Term[] Table =
    [
        new(nameof(LimitDays), TermKind.Whole, "The last day, counted from the order, on which fulfilling it is in time.", min: 1, max: 3660),
        new(nameof(AtRiskFromDay), TermKind.Whole, "The first day on which an open order is at risk; at most limitDays.", min: 1, max: 3660),
    ];

    Term[] ITerms.Terms => Table;

    object?[] ITerms.Values => [LimitDays, AtRiskFromDay];

    ITerms ITerms.With(object?[] values) => new FteFulfillmentTerms((int)values[0]!, (int)values[1]!);

    void ITerms.Check(PolicyTerms policy, List<TermProblem> problems)
    {
        if (AtRiskFromDay > LimitDays)
            problems.Add(TermProblem.Beside("atRiskFromDay", AtRiskFromDay, "at most", "limitDays", LimitDays));
    }

    internal DeadlineRule<FteOrder> Rule(PolicyTerms policy) => new(
        new RuleInfo("fte-fulfillment")
        {
            Title = "FTE fulfilment",
            Says = "An FTE order is fulfilled at most 90 days from the date of order.",
            Reading = "Calendar days; day 0 is the date of order, and the limit day itself is in time. An order without a fulfilment by the evaluation date is open.",
            Noun = "Order",
            Done = "fulfilled",
            Citation = new("expectations", "2"),
            PolicyVersion = policy.Version,
        },
        Measure.Days<FteOrder>(o => o.OrderedOn, o => o.FulfilledOn),
        new Scale(
            Band.Lowest("Clear", Standing.Met).Open(Standing.OnTrack),
            Band.From(AtRiskFromDay, "NearLimit", Standing.Met).Open(Standing.AtRisk),
            Band.Above(LimitDays, "OverLimit", Standing.Late).Open(Standing.Overdue)),
        new Facets<FteOrder>(o => o.OrderId) { Account = o => o.AccountId });
}
