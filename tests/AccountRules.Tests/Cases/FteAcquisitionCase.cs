using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"FTE acquisition is managed effectively."</summary>
internal static class FteAcquisitionCase
{
    public static RuleCase Case { get; } = new RuleCase<FteOrder>(p => p.FteAcquisition)
    {
        Fact = Any,
        Says = FactReadings.FteAcquisition,
        WithSubject = (fact, id) => fact with { OrderId = id },
        Standings = [Standing.AtRisk, Standing.Met, Standing.Missed, Standing.NotApplicable, Standing.OnTrack, Standing.Undetermined],
    };

    /// <summary>Orders around the day on which the heads that are filled fall behind, and around the limit; one in ten does not say how many are.</summary>
    private static Gen<FteOrder> Any(PolicyTerms terms, DateOnly asOf, Reach reach) =>
        from heads in Gen.Frequency<int?>(
            (8, Gen.Choose(1, 12).Select(n => (int?)n)), (1, Gen.Elements<int?>(7, 1000, int.MaxValue)), (1, Gen.Elements<int?>(null, 0, -1)))
        from filled in Gen.Frequency<int?>(
            (7, Gen.Choose(0, Math.Clamp(heads ?? 3, 0, int.MaxValue - 1)).Select(n => (int?)n)), (1, Gen.Constant(heads)),
            (1, Gen.Elements<int?>(-1, 13, int.MinValue, int.MaxValue)), (1, Gen.Constant<int?>(null)))
        let limit = terms.FteFulfillment.LimitDays
        let pace = heads > 0 && filled >= 0 && filled <= heads ? (int)((long)filled.Value * limit / heads.Value) : 0
        from order in AnyFact.FteOrder(terms, asOf, reach)
        from start in Dates.Start(asOf, [pace, pace + 1, limit, 0], reach)
        select order with { OrderedOn = start, Headcount = heads, FilledHeadcount = filled };
}
