namespace AccountRules.Benchmarks.Changes;

/// <summary>Ten million pay periods and orders as columns of numbers, and two policies over them.</summary>
internal sealed class ImpactColumns
{
    public const int Count = 10_000_000;

    private static readonly PolicyTerms Terms = new();

    public ImpactColumns()
    {
        var random = new Random(1);
        for (var i = 0; i < Count; i++)
        {
            Target[i] = random.Next(1000, 5_000_000) * 100L;
            Actual[i] = Target[i] * random.Next(0, 140) / 100;
            Committed[i] = random.Next(10_000, 500_000);
            From[i] = random.Next(200) == 0 ? DayColumns.Missing : AsOf.DayNumber - random.Next(-5, 180);
            Until[i] = From[i] < 0 || random.Next(2) == 0 ? DayColumns.Missing : From[i] + random.Next(180);
        }
    }

    public static DateOnly AsOf { get; } = new(2026, 11, 21);

    public static Policy Old { get; } = new(Terms);

    /// <summary>Full pay from above 85 %, half pay below it; orders within 75 days.</summary>
    public static Policy New { get; } = new(Terms.With(new FteFulfillmentTerms { LimitDays = 75, AtRiskFromDay = 61 }).With(new PerformancePayTerms
    {
        Bands =
        [
            .. Terms.PerformancePay.Bands.Select(b => b.Name switch { "Full" => b with { Above = 0.85m }, "Partial" => b with { Factor = 0.5m }, _ => b }),
        ],
    }));

    /// <summary>The targets, in cents.</summary>
    public long[] Target { get; } = new long[Count];

    public long[] Actual { get; } = new long[Count];

    public long[] Committed { get; } = new long[Count];

    public int[] From { get; } = new int[Count];

    public int[] Until { get; } = new int[Count];

    public PolicyImpact Pay(int parts) => Taken(parts, (impact, from, count) => impact.AddColumns(
        New.PerformancePay, new RatioColumns(Actual.AsSpan(from, count), Target.AsSpan(from, count)),
        new AmountColumn(Committed.AsSpan(from, count), places: 2)));

    public PolicyImpact Orders(int parts) => Taken(parts, (impact, from, count) => impact.AddColumns(
        New.FteFulfillment, new DayColumns(From.AsSpan(from, count), Until.AsSpan(from, count))));

    private static PolicyImpact Taken(int parts, Action<PolicyImpact, int, int> add)
    {
        var impact = new PolicyImpact(Old, New, AsOf);
        if (parts == 1)
            add(impact, 0, Count);
        else
            Parallel.For(0, parts, i => add(impact, Count / parts * i, Count / parts));

        return impact;
    }
}
