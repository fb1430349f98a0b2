using AccountRules.Facts;

namespace AccountRules.Testing;

/// <summary>
/// Facts of the documents that favour the edges of a policy's rules: sequences without end, the same for the same seed, for any framework. Of a host's own
/// facts, make them of <see cref="PolicyValues"/>. Safe for use by many threads.
/// </summary>
public static class PolicyFacts
{
    /// <summary>Orders that on the evaluation date are open, or were fulfilled, after days around the edges.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="seed">Which sequence.</param>
    public static IEnumerable<FteOrder> FteOrders(Policy policy, DateOnly asOf, int seed) => Days(policy, "fte-fulfillment", asOf, seed)
        .Select(d => new FteOrder { OrderId = d.Id, OrderedOn = d.Start, FulfilledOn = d.End });

    /// <summary>Registry items that on the evaluation date are open, or were closed, after days around the edges.</summary>
    /// <inheritdoc cref="FteOrders"/>
    public static IEnumerable<RegistryItem> RegistryItems(Policy policy, DateOnly asOf, int seed) => Days(policy, "registry-closure", asOf, seed)
        .Select(d => new RegistryItem { ItemId = d.Id, AddedOn = d.Start, ClosedOn = d.End });

    /// <summary>Invoices that on the evaluation date are unpaid, or were paid, days around the edges past their due date.</summary>
    /// <inheritdoc cref="FteOrders"/>
    public static IEnumerable<Invoice> Invoices(Policy policy, DateOnly asOf, int seed) => Days(policy, "payment", asOf, seed)
        .Select(d => new Invoice { InvoiceId = d.Id, DueOn = d.Start, PaidOn = d.End });

    /// <summary>Employments since full years around the edges, on the anniversary, a day before it or a day after.</summary>
    /// <inheritdoc cref="FteOrders"/>
    public static IEnumerable<Employment> Employments(Policy policy, DateOnly asOf, int seed) => Numbered(policy, "career", seed)
        .Select((v, i) => new Employment { EmployeeId = v.Id, RoleSince = asOf.AddYears(-(int)Math.Max(v.Value, 0)).AddDays(i % 3 - 1) });

    /// <summary>Results of a month that has ended, with attainments around the edge; of every fourth, lower is better.</summary>
    /// <inheritdoc cref="FteOrders"/>
    public static IEnumerable<KpiResult> KpiResults(Policy policy, DateOnly asOf, int seed) => Numbered(policy, "kpi-attainment", seed).Select((v, i) =>
        i % 4 == 3
            ? new KpiResult
            {
                EmployeeId = v.Id,
                Kpi = "kpi",
                Period = Before(asOf),
                Target = v.Value * 1000,
                Actual = 1000,
                Direction = Direction.LowerIsBetter,
            }
            : new KpiResult { EmployeeId = v.Id, Kpi = "kpi", Period = Before(asOf), Target = 1000, Actual = v.Value * 1000 });

    /// <summary>Pay periods of a month that has ended, with attainments around the edges, and pay that has to be rounded.</summary>
    /// <inheritdoc cref="FteOrders"/>
    public static IEnumerable<PayPeriod> PayPeriods(Policy policy, DateOnly asOf, int seed) => Numbered(policy, "performance-pay", seed)
        .Select((v, i) => new PayPeriod
        {
            EmployeeId = v.Id,
            Period = Before(asOf),
            Target = 1000,
            Actual = v.Value * 1000,
            CommittedPay = 1000 + i % 400 * 0.0125m,
        });

    /// <summary>Revenues of a month that has ended, around the thresholds.</summary>
    /// <inheritdoc cref="FteOrders"/>
    /// <exception cref="ArgumentException">The rule is not in force.</exception>
    public static IEnumerable<AccountRevenue> Revenues(Policy policy, DateOnly asOf, int seed) => Numbered(policy, "key-account", seed)
        .Select(v => new AccountRevenue { AccountId = v.Id, Period = Before(asOf), Revenue = v.Value });

    private static Period Before(DateOnly asOf) => asOf.AddMonths(-1) is var day ? Period.Month(day.Year, day.Month) : default;

    private static IEnumerable<(string Id, decimal Value)> Numbered(Policy policy, string rule, int seed)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return PolicyValues.Near(policy, rule, seed).Select((value, i) => ((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), value));
    }

    /// <summary>Every other one open on the evaluation date, the others ended ten days before it.</summary>
    private static IEnumerable<(string Id, DateOnly Start, DateOnly? End)> Days(Policy policy, string rule, DateOnly asOf, int seed) =>
        Numbered(policy, rule, seed).Select((v, i) =>
    {
        DateOnly? end = i % 2 == 0 ? null : asOf.AddDays(-10);
        return (v.Id, (end ?? asOf).AddDays(-(int)v.Value), end);
    });
}
