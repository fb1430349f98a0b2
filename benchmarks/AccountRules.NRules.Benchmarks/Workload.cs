using System.Globalization;
using AccountRules.Facts;
using NRules;
using NRules.Fluent;

namespace AccountRules.NRules.Benchmarks;

/// <summary>The orders and the ways to ask for their standings.</summary>
internal static class Workload
{
    public static readonly DateOnly AsOf = new(2026, 11, 21);

    /// <summary>How many orders; fewer in a trial.</summary>
    public static int Count { get; set; } = 100_000;

    public static DeadlineRule<CrmOrder> Rule { get; } =
        Policy.Default.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn });

    public static ISessionFactory ThePolicy { get; } = new RuleCompiler().Compile([Rule.ToRuleDefinition()]);

    public static ISessionFactory TheOverdue { get; } = new RuleCompiler().Compile([Rule.ToRuleDefinition(Standing.Overdue)]);

    public static ISessionFactory ByHand { get; } = Compiled(HandWritten.All);

    /// <summary>Orders of four years, of which one in eight is open.</summary>
    public static CrmOrder[] Orders()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Count).Select(i =>
        {
            var placed = AsOf.AddDays(-random.Next(0, 1460));
            return new CrmOrder
            {
                Number = i.ToString(CultureInfo.InvariantCulture),
                PlacedOn = placed,
                FilledOn = random.Next(8) == 0 ? null : placed.AddDays(random.Next(0, 120)),
            };
        })];
    }

    public static ISession Filled(ISessionFactory factory, IEnumerable<CrmOrder> orders, DateOnly asOf)
    {
        var session = factory.CreateSession();
        session.SetEvaluationDate(asOf);
        session.InsertAll(orders);
        session.Fire();
        return session;
    }

    private static ISessionFactory Compiled(Type[] rules)
    {
        var repository = new RuleRepository();
        repository.Load(spec => spec.NestedTypes().From(rules));
        return repository.Compile();
    }
}
