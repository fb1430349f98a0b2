using AccountRules.Tests.Cases;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Generators;

/// <summary>Valid terms: the documents' own, and others with every threshold moved.</summary>
internal static class Terms
{
    public static Gen<PolicyTerms> Any(Reach reach) =>
        RuleCase.All.Select(rule => rule.AnyTerms).Concat(
            GatheredCase.All.Select(rule => rule.AnyTerms)).OfType<Func<Reach, Gen<Func<PolicyTerms, PolicyTerms>>>>().Aggregate(Core(reach), (all, any) =>
            from terms in all
            from set in Gen.Frequency((1, Gen.Constant<Func<PolicyTerms, PolicyTerms>>(standard => standard)), (2, any(reach)))
            select set(terms)).SelectMany(terms => WorkingDays.In(terms, reach));

    /// <summary>The same, of a policy that may come into force around the facts of an evaluation date.</summary>
    public static Gen<PolicyTerms> Near(DateOnly asOf, Reach reach) =>
        from terms in Any(reach)
        from first in Gen.Frequency<DateOnly?>(
            (6, Gen.Constant<DateOnly?>(null)), (3, Dates.Start(asOf, [30, 60, 76, 90], reach)), (1, Gen.Elements<DateOnly?>(reach.Earliest, reach.Latest)))
        select terms with { EffectiveFrom = first };

    private static Gen<PolicyTerms> Core(Reach reach) => Gen.Frequency(
        (1, Membership(reach).Select(membership => new PolicyTerms().With(membership))),
        (2, from fte in Fte
            from registry in Registry
            from above in Ratio(reach)
            from membership in Membership(reach)
            from pay in PayTables.Any(Ratio(reach), reach)
            from expected in Ratio(reach)
            from isExpectedGiven in Gen.Choose(0, 1)
            from achievement in Achievement
            select new PolicyTerms().With(fte).With(registry).With(new KpiAttainmentTerms { Above = above }).With(membership).With(pay).With(achievement)
                .With(new ImprovementPlanTerms
                {
                    ExpectedAbove = isExpectedGiven == 1 || pay.Bands.Count == 1 || pay.Bands[0].Programme is null
                    ? expected
                    : null
                })));

    private static Gen<AchievementTerms> Achievement =>
        from own in Gen.Frequency((2, Gen.Constant<TermList<KpiTerms>>([])), (1, Kpis))
        from count in Gen.Choose(0, 2)
        from plans in Gen.ListOf(Kpis, count)
        select new AchievementTerms
        {
            Kpis = own,
            RollUp = RollUpOf(own.Count),
            Plans = [.. plans.Select((kpis, i) => new KpiPlanTerms { Name = $"plan {i}", Kpis = kpis, RollUp = RollUpOf(i + kpis.Count) })],
        };

    private static PeriodRollUp? RollUpOf(int number) => number % 3 == 0 ? null : (PeriodRollUp)(number % 3 - 1);

    private static Gen<TermList<KpiTerms>> Kpis =>
        from weights in Gen.Elements<decimal[]>([1m], [0.6m, 0.4m], [0.3333m, 0.3333m, 0.3334m], [0.1m, 0.2m, 0.3m, 0.4m])
        from directions in Gen.ListOf(Gen.Elements(Enum.GetValues<Facts.Direction>()), weights.Length)
        from caps in Gen.ListOf(Gen.Elements<decimal?>(null, 0.5m, 1m, 1.5m), weights.Length)
        from floors in Gen.ListOf(Gen.Elements<decimal?>(null, 0m, 0.5m), weights.Length)
        select (TermList<KpiTerms>)
        [
            .. weights.Select((weight, i) => new KpiTerms
            {
                // Of those that generated results are of.
                Name = $"{(i % 2 == 0 ? "calls" : "faults")} {(i / 2) + 1}", Weight = weight, Direction = directions[i], Cap = caps[i], Floor = floors[i],
            }),
        ];

    private static Gen<FteFulfillmentTerms> Fte =>
        from limit in Gen.Frequency((3, Gen.Choose(1, 120)), (1, Gen.Choose(1, 3660)))
        from early in Gen.Frequency((2, Gen.Choose(0, 20)), (1, Gen.Choose(0, limit)))
        from share in Deadlines.Share
        from levels in Deadlines.Levels
        select new FteFulfillmentTerms
        {
            LimitDays = limit,
            AtRiskFromDay = share is null ? Math.Max(1, limit - early) : new FteFulfillmentTerms().AtRiskFromDay,
            AtRiskFromShare = share,
            Levels = [.. levels],
        };

    private static Gen<RegistryClosureTerms> Registry =>
        from target in Gen.Choose(0, 90)
        from more in Gen.Choose(1, 90)
        from quarters in Gen.SubListOf([1, 2, 3, 4])
        from month in Gen.Choose(1, 12)
        from levels in Deadlines.Levels
        select new RegistryClosureTerms
        {
            TargetDays = target,
            LimitDays = target + more,
            Levels = [.. levels],
            FocusQuarters = [.. quarters],
            FiscalYearStartMonth = month,
        };

    private static Gen<decimal> Ratio(Reach reach) => Gen.Frequency(
        (4, Gen.Choose(0, 200).Select(percent => percent / 100m)),
        (2, Gen.Choose(0, 1_000_000).Select(millionths => reach.HasAllDecimals ? millionths / 1_000_000m : millionths / 100 / 10_000m)),
        (1, Gen.Elements<decimal>(reach.HasAllDecimals
            ? [0.8500000000000000000000000001m, 0.3333333333333333333333333333m, 1.0000000000000000000000000001m, 0m, 10m]
            : [0.8501m, 0.3333m, 1.0001m, 0m, 10m])));

    private static Gen<KeyAccountTerms> Membership(Reach reach) =>
        from entry in Numbers.Any(reach).Select(n => n == 0 ? 100_000m : Math.Abs(n))
        from exit in Gen.Elements<decimal?>(null, entry, entry / 2, entry * 0.9m)
        from isStated in Gen.Choose(0, 9)
        select isStated == 0
            ? new KeyAccountTerms()
            : new KeyAccountTerms
            {
                EntryThreshold = entry,
                ExitThreshold = exit is > 0 && exit <= entry ? Rounded(exit.Value, reach) : null,
                Currency = isStated > 5 ? "EUR" : null,
            };

    private static decimal Rounded(decimal value, Reach reach) =>
        reach.HasAllDecimals || value <= 0.0001m ? value : Math.Max(0.0001m, Math.Round(value, 4, MidpointRounding.ToZero));
}
