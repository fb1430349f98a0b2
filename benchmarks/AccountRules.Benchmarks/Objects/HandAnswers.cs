using System.Globalization;
using AccountRules.Facts;

namespace AccountRules.Benchmarks.Objects;

/// <summary>Sentences and amounts as somebody would write them by hand, for facts that have all they need.</summary>
internal static class HandAnswers
{
    /// <summary>The reason of a deadline.</summary>
    public static string Reason(FteOrder order, DateOnly asOf)
    {
        var start = order.OrderedOn!.Value;
        var (isOpen, end) = order.FulfilledOn is { } day && day <= asOf ? (false, day) : (true, asOf);
        var (days, due) = (end.DayNumber - start.DayNumber, start.AddDays(90).ToString("O"));
        return (isOpen, days > 90) switch
        {
            (true, false) => $"Order {order.OrderId} is open for {days} of 90 days, due {due}.",
            (true, true) => $"Order {order.OrderId} is open for {days} days, {days - 90} more than the 90 allowed; it was due {due}.",
            (false, false) => $"Order {order.OrderId} was fulfilled on day {days} of 90, {end:O}; it was due {due}.",
            (false, true) => $"Order {order.OrderId} was fulfilled on {end:O} after {days} days, {days - 90} more than the 90 allowed; it was due {due}.",
        };
    }

    /// <summary>The reason of pay.</summary>
    public static string Reason(PayPeriod period)
    {
        var (band, _, percent, end) = Band(period);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Employee {period.EmployeeId} in {period.Period} attained {Percent(period.Actual!.Value / period.Target!.Value)} %: {band}, paid at {percent}, "
            + $"{Payable(period)} of {period.CommittedPay + 0.00m}{end}");
    }

    /// <summary>The reason of an attainment.</summary>
    public static string Reason(KpiResult result)
    {
        var (actual, target) = (result.Actual!.Value, result.Target!.Value);
        return result.Direction == Direction.LowerIsBetter && actual <= 0
            ? $"KPI {result.Kpi} of {result.EmployeeId} in {result.Period} has an actual of 0 or less where lower is better; Met is above 85 %."
            : $"KPI {result.Kpi} of {result.EmployeeId} in {result.Period} attained "
            + $"{Percent(result.Direction == Direction.LowerIsBetter ? target / actual : actual / target)} %; Met is above 85 %.";
    }

    /// <summary>The reason of an amount.</summary>
    public static string Reason(AccountRevenue row)
    {
        var revenue = row.Revenue!.Value;
        var stage = revenue >= 100_000m ? "Key, from 100000 until below 100000" : "Standard, Key from 100000";
        return string.Create(CultureInfo.InvariantCulture, $"Account {row.AccountId} in {row.Period} has revenue {revenue:0.##}: {stage}.");
    }

    /// <summary>The reason of full years.</summary>
    public static string Reason(Employment employment, DateOnly asOf)
    {
        var since = employment.RoleSince!.Value;
        var years = asOf.Year - since.Year - (since.AddYears(asOf.Year - since.Year) > asOf ? 1 : 0);
        var band = years < 3 ? "Entry" : years <= 5 ? "Eligible" : "BeyondTypical";
        return $"Employee {employment.EmployeeId} has {years} {(years == 1 ? "year" : "years")}: {band}.";
    }

    private static string Percent(decimal ratio)
    {
        var cut = Math.Truncate(ratio * 10_000m) / 100;
        return cut / 100 == ratio ? cut.ToString("0.##", CultureInfo.InvariantCulture) : cut.ToString("0.00…", CultureInfo.InvariantCulture);
    }

    /// <summary>What is paid.</summary>
    public static decimal Payable(PayPeriod period) =>
        Math.Round(period.CommittedPay!.Value * Band(period).Factor, 2, MidpointRounding.AwayFromZero) + 0.00m;

    private static (string Name, decimal Factor, string Percent, string End) Band(PayPeriod period)
    {
        var (actual, target) = (period.Actual!.Value, period.Target!.Value);
        return actual > target ? ("Over", 1.1m, "110 %", ".")
            : actual > 0.80m * target ? ("Full", 1m, "100 %", ".")
            : actual > 0.60m * target ? ("Partial", 0.6m, "60 %", ".")
            : actual > 0.35m * target ? ("Low", 0.4m, "40 %", ".")
            : ("Pip", 0m, "0 %", "; enters programme PIP.");
    }
}
