using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Performance is monitored against service level agreements."</summary>
internal static class ServiceLevelCase
{
    public static RuleCase Case { get; } = new RuleCase<ServiceLevel>(p => p.ServiceLevel)
    {
        Fact = Any,
        Says = FactReadings.ServiceLevel,
        WithSubject = (fact, id) => fact with { AccountId = id },
        Standings = [Standing.AtRisk, Standing.Met, Standing.Missed, Standing.NotApplicable, Standing.Undetermined],
        AnyTerms = AnyMargin,
    };

    /// <summary>All services of an account and period together.</summary>
    public static RollUpCase All { get; } = new RollUpCase<ServiceLevel>(p => p.ServiceLevels)
    {
        Fact = AnyOfAFew,
        Says = ServiceLevelsReading.Of,
    };

    private static Gen<ServiceLevel> Any(PolicyTerms terms, DateOnly asOf, Reach reach) =>
        from period in Dates.PeriodAround(asOf, reach)
        from level in Any(Gen.Constant("A"), Gen.Constant(period), terms, reach)
        select level;

    /// <summary>Most services are met, one way or the other: otherwise no streak gets long.</summary>
    private static Gen<ServiceLevel> AnyOfAFew(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        var any = Any(Gen.Elements("A", "B", "c"), Groups.PeriodNear(asOf, reach), terms, reach);
        return from level in Gen.Frequency(
                   (2, any), (4, any.Select(l => l with { Agreed = 1, Measured = 1, Direction = Direction.LowerIsBetter })),
                   (6, any.Select(l => l with { Agreed = 1, Measured = terms.ServiceLevel.NearMargin + 1, Direction = Direction.HigherIsBetter })))
               from service in Gen.Elements("uptime", "answers", "repairs")
               select level with { Service = service };
    }

    private static Gen<ServiceLevel> Any(Gen<string> accounts, Gen<Period> periods, PolicyTerms terms, Reach reach) =>
        from account in accounts
        from period in periods
        from isHigher in Gen.Elements(true, true, false)
        from whole in Generators.Numbers.Whole(reach)
        from part in Generators.Numbers.Part(whole, [1m, 1m + terms.ServiceLevel.NearMargin], reach)
        let isSwapped = !isHigher && part is not null && whole is not null
        select new ServiceLevel
        {
            AccountId = account,
            Service = isSwapped ? "repairs" : "uptime",
            Period = period,
            Agreed = isSwapped ? part : whole,
            Measured = isSwapped ? whole : part,
            Direction = isHigher ? Direction.HigherIsBetter : Direction.LowerIsBetter,
        };

    private static Gen<Func<PolicyTerms, PolicyTerms>> AnyMargin(Reach reach) =>
        from margin in Gen.Elements<decimal>(reach.HasAllDecimals
            ? [0.01m, 0.1m, 0.0000000000000000000000000001m, 0.3333333333333333333333333333m, 1m]
            : [0.01m, 0.1m, 0.0001m, 0.3333m, 1m])
        select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new ServiceLevelTerms { NearMargin = margin }));
}
