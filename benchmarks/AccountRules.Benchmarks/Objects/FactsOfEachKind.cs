using AccountRules.Facts;

namespace AccountRules.Benchmarks.Objects;

/// <summary>Facts of which some say what few do: months that run, prorated targets and pay, plans that were extended, withdrawn or decided.</summary>
internal static class FactsOfEachKind
{
    public static KpiResult[] Results(int count) => MixedFacts.Make(count, (random, id) => new KpiResult
    {
        EmployeeId = id,
        Kpi = "Calls",
        Period = AnyMonth(random),
        Target = MixedFacts.Cents(random, 5_000_000),
        Actual = random.Next(100) == 0 ? null : MixedFacts.Cents(random, 5_000_000),
        Direction = random.Next(10) == 0 ? Direction.LowerIsBetter : Direction.HigherIsBetter,
    } is var result && random.Next(20) == 0 ? result with { TargetShare = random.Next(1, 31), TargetShareOf = 31 } : result);

    public static PayPeriod[] Pay(int count) => MixedFacts.Make(count, (random, id) =>
    {
        var target = MixedFacts.Cents(random, 5_000_000) + 1000;
        var pay = new PayPeriod
        {
            EmployeeId = id,
            Period = AnyMonth(random),
            Target = target,
            Actual = decimal.Round(target * random.Next(0, 140) / 100, 2),
            CommittedPay = 1500,
            Currency = "EUR",
        };

        return random.Next(60) switch
        {
            0 => pay with { TargetShare = random.Next(1, 31), TargetShareOf = 31 },
            1 => pay with { Share = random.Next(0, 31), ShareOf = 31 },
            2 => pay with { Actual = null, NoActualCause = random.Next(2) == 0 ? "NoKpiResult" : "Unbounded", NoActualKpi = "Calls" },
            _ => pay,
        };
    });

    public static ImprovementPlan[] Plans(int count) => MixedFacts.Make(count, (random, id) =>
    {
        var start = MixedFacts.AsOf.AddDays(-random.Next(0, 180));
        var plan = new ImprovementPlan
        {
            EmployeeId = id,
            StartedOn = start,
            EndsOn = start.AddDays(90),
            CompletedOn = MixedFacts.Maybe(random, start, 120),
            Target = 100,
            Actual = random.Next(100),
            ExpectedAbove = random.Next(10) == 0 ? 0.5m : null,
        };

        return random.Next(20) switch
        {
            0 => plan with { WithdrawnOn = start.AddDays(random.Next(-10, 120)) },
            1 => plan with { LeftOn = start.AddDays(random.Next(1, 150)) },
            2 or 3 => plan with { ExtendedOn = start.AddDays(80), ExtendedTo = start.AddDays(random.Next(89, 150)) },
            4 or 5 => plan with { DecidedOn = plan.CompletedOn?.AddDays(random.Next(15)), DecidedBy = "M. Roe", Decision = Decision(random, plan) },
            _ => plan,
        };
    });

    private static PlanDecision? Decision(Random random, ImprovementPlan plan) =>
        plan.CompletedOn is null || random.Next(20) == 0 ? null : random.Next(2) == 0 ? PlanDecision.Retain : PlanDecision.Terminate;

    private static Period AnyMonth(Random random) => Period.Month(2025 + random.Next(2), 1 + random.Next(12));
}
