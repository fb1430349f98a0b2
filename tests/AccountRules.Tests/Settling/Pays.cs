using AccountRules.Facts;

namespace AccountRules.Tests.Settling;

/// <summary>Short ways to write pay periods, policies and runs down. The target is 100, so that an actual is a percentage.</summary>
internal static class Pays
{
    public static Period January { get; } = Period.Month(2026, 1);

    public static Period February { get; } = Period.Month(2026, 2);

    /// <summary>Both months have ended.</summary>
    public static DateOnly March { get; } = new(2026, 3, 5);

    /// <summary>The documents' pay table.</summary>
    public static Policy Policy { get; } = new(new PolicyTerms { Version = "1" });

    /// <summary>Over 80 % pays 95 %, and 60 % and less pays nothing without a programme; decimals 3.</summary>
    public static Policy Other { get; } = new(new PolicyTerms { Version = "2" }.With(new PerformancePayTerms
    {
        Decimals = 3,
        Bands =
        [
            new() { Name = "None", Factor = 0 }, new() { Name = "Partial", Above = 0.60m, Factor = 0.60m },
            new() { Name = "Full", Above = 0.80m, Factor = 0.95m },
        ],
    }).With(new ImprovementPlanTerms { ExpectedAbove = 0.35m }));

    public static PayPeriod Of(string employee, decimal? actual, Period? period = null, decimal committed = 1000) => new()
    {
        EmployeeId = employee,
        Period = period ?? January,
        Target = 100,
        Actual = actual,
        CommittedPay = committed,
    };

    public static Settlement Settle(this SettlementLedger ledger, params IEnumerable<PayPeriod> pays) => ledger.SettleBy(Policy, pays);

    public static Settlement SettleBy(this SettlementLedger ledger, Policy policy, params IEnumerable<PayPeriod> pays) =>
        ledger.SettleOn(March, SettlementScope.Everything, policy, pays);

    public static Settlement SettleOn(
        this SettlementLedger ledger, DateOnly day, SettlementScope scope, Policy policy, params IEnumerable<PayPeriod> pays) =>
        ledger.Settle(day, policy.PerformancePay.AssessOnce(pays, day), scope);

    /// <summary>Who, what was done, and the three amounts: <c>a New - 1000.00 1000.00</c>.</summary>
    public static IEnumerable<string> Short(this Settlement settlement) => settlement.Lines.Select(line => FormattableString.Invariant(
        $"{line.Subject} {line.Kind} {Amount(line.Before?.Payable)} {Amount(line.Difference)} {Amount(line.After?.Payable)}"));

    private static string Amount(decimal? amount) => amount is { } value ? FormattableString.Invariant($"{value}") : "-";
}
