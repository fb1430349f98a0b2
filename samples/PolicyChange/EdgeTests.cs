using AccountRules;
using AccountRules.Facts;
using AccountRules.Testing;

namespace PolicyChange;

/// <summary>
/// Every edge of the rules that change. The rows were written by <c>accountrules policy boundaries policy-stricter.json --format xunit</c>, read through
/// once by those who decide on the policy, and stay as they are: they do not follow the policy when it changes by mistake.
/// </summary>
public class EdgeTests
{
    private static readonly DateOnly AsOf = new(1998, 5, 6);

    public static TheoryData<string, string, string, decimal, string> Boundaries => new()
    {
        // fte-fulfillment: open, day from 61; expectations, 2
        { "fte-fulfillment", "open", "day", 60m, "OnTrack" },
        { "fte-fulfillment", "open", "day", 61m, "AtRisk" },
        { "fte-fulfillment", "open", "day", 62m, "AtRisk" },
        // fte-fulfillment: open, day above 75; expectations, 2
        { "fte-fulfillment", "open", "day", 74m, "AtRisk" },
        { "fte-fulfillment", "open", "day", 75m, "AtRisk" },
        { "fte-fulfillment", "open", "day", 76m, "Overdue" },
        // fte-fulfillment: fulfilled, day from 61; expectations, 2
        { "fte-fulfillment", "fulfilled", "day", 60m, "Met, Clear" },
        { "fte-fulfillment", "fulfilled", "day", 61m, "Met, NearLimit" },
        { "fte-fulfillment", "fulfilled", "day", 62m, "Met, NearLimit" },
        // fte-fulfillment: fulfilled, day above 75; expectations, 2
        { "fte-fulfillment", "fulfilled", "day", 74m, "Met" },
        { "fte-fulfillment", "fulfilled", "day", 75m, "Met" },
        { "fte-fulfillment", "fulfilled", "day", 76m, "Late" },
        // kpi-attainment: attainment above 90 %; expectations, 3
        { "kpi-attainment", "", "attainment", 0.8999m, "Missed" },
        { "kpi-attainment", "", "attainment", 0.9m, "Missed" },
        { "kpi-attainment", "", "attainment", 0.9001m, "Met" },
        // performance-pay: attainment above 35 %; key-account-manager, PLP table
        { "performance-pay", "", "attainment", 0.3499m, "Pip, 0 %, programme PIP" },
        { "performance-pay", "", "attainment", 0.35m, "Pip, 0 %, programme PIP" },
        { "performance-pay", "", "attainment", 0.3501m, "Low, 40 %" },
        // performance-pay: attainment above 60 %; key-account-manager, PLP table
        { "performance-pay", "", "attainment", 0.5999m, "Low, 40 %" },
        { "performance-pay", "", "attainment", 0.6m, "Low, 40 %" },
        { "performance-pay", "", "attainment", 0.6001m, "Partial, 50 %" },
        // performance-pay: attainment above 85 %; key-account-manager, PLP table
        { "performance-pay", "", "attainment", 0.8499m, "Partial, 50 %" },
        { "performance-pay", "", "attainment", 0.85m, "Partial, 50 %" },
        { "performance-pay", "", "attainment", 0.8501m, "Full, 100 %" },
        // performance-pay: attainment above 100 %; key-account-manager, PLP table
        { "performance-pay", "", "attainment", 0.9999m, "Full, 100 %" },
        { "performance-pay", "", "attainment", 1m, "Full, 100 %" },
        { "performance-pay", "", "attainment", 1.0001m, "Over, 110 %" },
    };

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void Edge_OfAChangedRule_IsWhereItWasDecided(string rule, string where, string measure, decimal value, string expected) =>
        PolicyAssert.Says(
            (rule, where, measure) switch
            {
                ("fte-fulfillment", "open", _) => Policies.Tested.FteFulfillment.Assess(Order((int)value, fulfilledOn: null), AsOf),
                ("fte-fulfillment", _, _) => Policies.Tested.FteFulfillment.Assess(Order((int)value, AsOf), AsOf),
                ("kpi-attainment", _, _) => Policies.Tested.KpiAttainment.Assess(Result(value), AsOf),
                (_, _, "attainment") => Policies.Tested.PerformancePay.Assess(Pay(value, 1000), AsOf),
                _ => throw new InvalidOperationException($"No facts for {rule}."),
            },
            expected);

    private static FteOrder Order(int days, DateOnly? fulfilledOn) => new() { OrderId = "1042", OrderedOn = AsOf.AddDays(-days), FulfilledOn = fulfilledOn };

    private static KpiResult Result(decimal attainment) =>
        new() { EmployeeId = "7", Kpi = "calls", Period = Period.Month(1998, 4), Target = 100, Actual = 100 * attainment };

    private static PayPeriod Pay(decimal attainment, decimal committed) =>
        new() { EmployeeId = "7", Period = Period.Month(1998, 4), Target = 100, Actual = 100 * attainment, CommittedPay = committed };
}
