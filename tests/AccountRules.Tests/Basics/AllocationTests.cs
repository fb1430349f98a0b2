using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

/// <summary>Assessing a fact, and finding the date of its next change, allocates nothing, whichever standing it has.</summary>
public sealed class AllocationTests
{
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100_000, ExitThreshold = 80_000 }));
    private static readonly DateOnly Day = Rules.Dated.Start;
    private static readonly Period Month = Period.Month(2026, 3);

    [Fact]
    public void FteFulfillment_Assessed_AllocatesNothing() => AllocatesNothing(Policy.FteFulfillment,
        [Order(Day), Order(Day.AddDays(-80)), Order(Day.AddDays(-100)), Order(Day.AddDays(1)), Order(orderedOn: null), Order(Day) with { FulfilledOn = Day }]);

    [Fact]
    public void RegistryClosure_Assessed_AllocatesNothing() => AllocatesNothing(Policy.RegistryClosure,
        [Item(Day), Item(Day.AddDays(-40)), Item(Day.AddDays(-100)), Item(Day.AddDays(-40)) with { ClosedOn = Day }, Item(addedOn: null)]);

    [Fact]
    public void KpiAttainment_Assessed_AllocatesNothing() => AllocatesNothing(Policy.KpiAttainment,
        [Kpi(20, 17), Kpi(100_000.55m, 99_999.123456m), Kpi(0, 1), Kpi(target: null, 1), Kpi(10, 0) with { Direction = Direction.LowerIsBetter },
         Kpi(3.3333333333333333333333333333m, 2.8333333333333333333333333333m), Kpi(decimal.MaxValue, -decimal.MaxValue),
         Kpi(0.0000000000000000000000000001m, 7)]);

    [Fact]
    public void KeyAccount_Assessed_AllocatesNothing() => AllocatesNothing(Policy.KeyAccount,
        [Revenue(100_000), Revenue(79_999.99m), Revenue(amount: null), Revenue(decimal.MaxValue)]);

    [Fact]
    public void PerformancePay_Assessed_AllocatesNothing() => AllocatesNothing(Policy.PerformancePay,
        [Pay(100, 35), Pay(100, 80.01m), Pay(1_000_000, 1_200_000.75m), Pay(0, 1), Pay(target: null, 1),
         Pay(100, 70) with { Share = 16, ShareOf = 31 }, Pay(100, 70) with { Share = 1 }, Pay(100, 70) with { CommittedPay = -1 }]);

    [Fact]
    public void ImprovementPlan_Assessed_AllocatesNothing() => AllocatesNothing(Policy.ImprovementPlan,
        [Plan(null), Plan(Day), Plan(Day) with { Target = null }, Plan(Day) with { EndsOn = Day.AddDays(-3) }, Plan(Day) with { Actual = 12.5m }]);

    [Fact]
    public void MappedRule_Assessed_AllocatesNothing() => AllocatesNothing(
        Policy.FteFulfillment.For<Ticket>(t => new FteOrder { OrderId = t.Id, OrderedOn = t.OpenedOn, FulfilledOn = t.ClosedOn }),
        [new("1", Day, null), new("2", Day, Day)]);

    [Fact]
    public void ReasonOfADeadline_AllocatesItsTextAlone()
    {
        FteOrder[] orders =
            [Order(Day), Order(Day.AddDays(-100)), Order(Day.AddDays(-7)) with { FulfilledOn = Day }, Order(Day.AddDays(-100)) with { FulfilledOn = Day }];
        foreach (var assessment in orders.Select(order => Policy.FteFulfillment.Assess(order, Day)))
        {
            var length = assessment.Reason.Length;
            Assert.Equal(
                Allocations.Of(() => Assert.Equal(length, new string('x', length).Length)),
                Allocations.Of(() => Assert.Equal(length, assessment.Reason.Length)));
        }
    }

    private static void AllocatesNothing<TFact>(Rule<TFact> rule, TFact[] facts)
        where TFact : class
    {
        Assert.Equal(facts.Length, Run(rule, facts, rounds: 1).Count);
        Assert.Equal(0, Allocations.Of(() => Assert.True(Repeat(500) >= 0)));

        int Repeat(int rounds)
        {
            var standings = 0;
            for (var round = 0; round < rounds; round++)
            {
                foreach (var fact in facts)
                    standings += (int)rule.Judge(fact, Day).Standing + (int)rule.Assess(fact, Day).Standing + (rule.Assess(fact, Day).ChangesOn?.Day ?? 0);
            }

            return standings;
        }
    }

    private static List<Standing> Run<TFact>(Rule<TFact> rule, TFact[] facts, int rounds)
        where TFact : class => [.. Enumerable.Range(0, rounds).SelectMany(_ => facts).Select(fact => rule.Assess(fact, Day).Standing)];

    private static FteOrder Order(DateOnly? orderedOn) => new() { OrderId = "1", OrderedOn = orderedOn };

    private static RegistryItem Item(DateOnly? addedOn) => new() { ItemId = "1", AddedOn = addedOn };

    private static KpiResult Kpi(decimal? target, decimal? actual) => new() { EmployeeId = "1", Kpi = "k", Period = Month, Target = target, Actual = actual };

    private static AccountRevenue Revenue(decimal? amount) => new() { AccountId = "1", Period = Month, Revenue = amount };

    private static PayPeriod Pay(decimal? target, decimal? actual) =>
        new() { EmployeeId = "1", Period = Month, Target = target, Actual = actual, CommittedPay = 1000 };

    private static ImprovementPlan Plan(DateOnly? completedOn) =>
        new() { EmployeeId = "1", StartedOn = Day.AddDays(-30), EndsOn = Day.AddDays(30), CompletedOn = completedOn, Target = 100, Actual = 90 };
}
