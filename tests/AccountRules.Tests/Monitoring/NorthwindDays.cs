using System.Globalization;
using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>
/// The Northwind facts as they came to be known: orders and items from the day of the order, with their end from the day of shipping on; results and revenue
/// from the month after theirs.
/// </summary>
internal static class NorthwindDays
{
    public static DateOnly First { get; } = new(1996, 7, 4);

    public static DateOnly Last { get; } = new(1998, 8, 1);

    public static IReadOnlyList<FteOrder> Orders { get; } = Rows("fte-orders.csv", r => new FteOrder
    {
        OrderId = r[0],
        AccountId = r[1],
        OrderedOn = Date(r[2]),
        FulfilledOn = Date(r[3]),
        Headcount = int.Parse(r[4], CultureInfo.InvariantCulture),
    });

    public static IReadOnlyList<RegistryItem> Items { get; } = Rows(
        "registry-items.csv", r => new RegistryItem { ItemId = r[0], AccountId = r[1], AddedOn = Date(r[2]), ClosedOn = Date(r[3]) });

    public static IReadOnlyList<KpiResult> Results { get; } =
        Rows(
            "kpi-results.csv", r => new KpiResult { EmployeeId = r[0], Kpi = r[1], Period = Period.Parse(r[2]), Target = Number(r[3]), Actual = Number(r[4]) });

    public static IReadOnlyList<AccountRevenue> Revenues { get; } = Rows(
        "account-revenue.csv", r => new AccountRevenue { AccountId = r[0], Period = Period.Parse(r[1]), Revenue = Number(r[2]) });

    public static IReadOnlyList<PayPeriod> Pay { get; } =
        Rows(
            "performance-pay.csv",
            r => new PayPeriod { EmployeeId = r[0], Period = Period.Parse(r[1]), Target = Number(r[2]), Actual = Number(r[3]), CommittedPay = Number(r[4]) });

    public static IReadOnlyList<ImprovementPlan> Plans { get; } = Rows(
        "improvement-plans.csv",
        r => new ImprovementPlan
        {
            EmployeeId = r[0],
            StartedOn = Date(r[1]),
            EndsOn = Date(r[2]),
            CompletedOn = Date(r[3]),
            Target = Number(r[4]),
            Actual = Number(r[5]),
        });

    /// <summary>Brings a monitor to a day, and hands it what became known on that day; gives the changes of the calendar alone.</summary>
    public static IReadOnlyList<StandingChange> Live(Followed followed, DateOnly day)
    {
        var calendar = followed.Take(followed.Monitor.AdvanceTo(day));
        foreach (var order in Orders)
        {
            if (order.OrderedOn == day)
                followed.Add(followed.Ledger.Orders, order.OrderId, order with { FulfilledOn = null });

            if (order.FulfilledOn == day)
                followed.Update(followed.Ledger.Orders, order.OrderId, order);
        }

        foreach (var item in Items)
        {
            if (item.AddedOn == day)
                followed.Add(followed.Ledger.Items, item.ItemId, item with { ClosedOn = null });

            if (item.ClosedOn == day)
                followed.Update(followed.Ledger.Items, item.ItemId, item);
        }

        foreach (var plan in Plans)
        {
            FactKey key = new(plan.EmployeeId, StartedOn: plan.StartedOn);
            if (plan.StartedOn == day)
                followed.Add(followed.Ledger.Plans, key, plan with { CompletedOn = null, Actual = null });

            if (plan.CompletedOn == day)
                followed.Update(followed.Ledger.Plans, key, plan);
        }

        foreach (var result in Results.Where(r => IsKnown(r.Period)))
            followed.Add(followed.Ledger.Results, new(result.EmployeeId, result.Period, result.Kpi), result);

        foreach (var revenue in Revenues.Where(r => IsKnown(r.Period)))
            followed.Add(followed.Ledger.Revenues, new(revenue.AccountId, revenue.Period), revenue);

        foreach (var pay in Pay.Where(p => IsKnown(p.Period)))
            followed.Add(followed.Ledger.Pay, new(pay.EmployeeId, pay.Period), pay);

        return calendar;

        bool IsKnown(Period period) => period.End.AddDays(1) == day;
    }

    private static List<TFact> Rows<TFact>(string file, Func<string[], TFact> read) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "samples", "northwind", file)).Skip(1).Select(line => read(line.Split(',')))];

    private static DateOnly? Date(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
