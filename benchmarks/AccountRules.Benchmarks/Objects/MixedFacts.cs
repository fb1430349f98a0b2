using System.Globalization;
using AccountRules.Facts;

namespace AccountRules.Benchmarks.Objects;

/// <summary>Facts with every usual outcome, one as likely as the next, in an order that neither branches nor memory can foresee.</summary>
internal static class MixedFacts
{
    public static readonly DateOnly AsOf = new(2026, 11, 21);

    public static FteOrder[] Orders(int count) => Make(count, (random, id) =>
    {
        var start = AsOf.AddDays(-random.Next(-5, 180));
        return new FteOrder { OrderId = id, AccountId = "A1", OrderedOn = random.Next(200) == 0 ? null : start, FulfilledOn = Maybe(random, start, 180) };
    });

    public static RegistryItem[] Items(int count) => Make(count, (random, id) =>
    {
        var start = AsOf.AddDays(-random.Next(-3, 90));
        return new RegistryItem { ItemId = id, AddedOn = start, ClosedOn = Maybe(random, start, 90) };
    });

    public static KpiResult[] Results(int count) => Make(count, (random, id) => new KpiResult
    {
        EmployeeId = id,
        Kpi = "Calls",
        Period = Month(random),
        Target = Cents(random, 5_000_000),
        Actual = random.Next(100) == 0 ? null : Cents(random, 5_000_000),
        Direction = random.Next(10) == 0 ? Direction.LowerIsBetter : Direction.HigherIsBetter,
    });

    public static AccountRevenue[] Revenues(int count) =>
        Make(count, (random, id) => new AccountRevenue { AccountId = id, Period = Month(random), Revenue = Cents(random, 20_000_000) });

    public static PayPeriod[] Pay(int count) => Make(count, (random, id) =>
    {
        var target = Cents(random, 5_000_000) + 1000;
        return new PayPeriod
        {
            EmployeeId = id,
            Period = Month(random),
            Target = target,
            Actual = decimal.Round(target * random.Next(0, 140) / 100, 2),
            CommittedPay = 1500,
        };
    });

    public static Employment[] Employments(int count) =>
        Make(count, (random, id) => new Employment { EmployeeId = id, RoleSince = AsOf.AddDays(-random.Next(0, 3000)) });

    /// <summary>A host's objects for the same facts, shuffled in memory by themselves.</summary>
    public static THost[] As<TFact, THost>(TFact[] facts, Func<TFact, THost> host) => Shuffled(Array.ConvertAll(facts, f => host(f)), new Random(7));

    /// <summary>Facts that lie in memory as they were made, in an array that is shuffled.</summary>
    public static T[] Make<T>(int count, Func<Random, string, T> make)
    {
        var random = new Random(1);
        var facts = new T[count];
        for (var i = 0; i < count; i++)
            facts[i] = make(random, i.ToString(CultureInfo.InvariantCulture));

        return Shuffled(facts, random);
    }

    private static T[] Shuffled<T>(T[] items, Random random)
    {
        random.Shuffle(items);
        return items;
    }

    public static DateOnly? Maybe(Random random, DateOnly start, int within) => random.Next(2) == 0 ? null : start.AddDays(random.Next(within));

    /// <summary>A month that has ended or has not begun: sentences by hand say nothing of one that runs.</summary>
    private static Period Month(Random random) =>
        Period.Month(2025 + random.Next(2), 1 + random.Next(12)) is var month && month.Start <= AsOf && month.End >= AsOf
            ? Period.Month(AsOf.Year, AsOf.Month - 1)
            : month;

    public static decimal Cents(Random random, int most) => new(random.Next(most), 0, 0, isNegative: false, scale: 2);
}
