using System.Reflection;
using AccountRules.Facts;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Rules;

/// <summary>A policy makes a rule when it is first asked for.</summary>
public class LazyRulesTests
{
    private static readonly FieldInfo RulesMade = typeof(Policy).GetField("made", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static string[] Made(Policy policy) => [.. ((Rule?[])RulesMade.GetValue(policy)!).OfType<Rule>().Select(r => r.Id)];

    [Fact]
    public void Policy_Read_HasMadeNoRule() => Assert.Empty(Made(Policy.Parse("""{ "keyAccount": { "entryThreshold": 100 } }""")));

    [Fact]
    public void Policy_AssessingByOneRule_MakesNoOther()
    {
        var policy = Policy.Parse("{}");

        policy.FteFulfillment.Assess(new FteOrder { OrderId = "1", OrderedOn = Dated.Start }, Dated.Start);

        Assert.Equal(["fte-fulfillment"], Made(policy));
    }

    [Fact]
    public void Rule_AskedForAgain_IsTheSameObject()
    {
        var policy = Policy.Parse("{}");

        Assert.Same(policy.KpiAttainment, policy.KpiMonth.Of);
        Assert.Same(policy.Rules, policy.Rules);
        Assert.Equal<object>(
            policy.Rules.Take(7),
            [
                policy.FteFulfillment, policy.RegistryClosure, policy.KpiAttainment, policy.KpiMonth, policy.KeyAccount, policy.PerformancePay,
                policy.ImprovementPlan,
            ]);
    }

    [Fact]
    public void Rule_AskedForByManyThreadsAtOnce_IsOneObject()
    {
        for (var round = 0; round < 200; round++)
        {
            var policy = new Policy(new PolicyTerms());
            var seen = new Rule[4];
            using var together = new Barrier(seen.Length);
            var threads = seen.Select((_, i) => new Thread(() =>
            {
                together.SignalAndWait();
                seen[i] = policy.PerformancePay;
            })).ToArray();
            Array.ForEach(threads, t => t.Start());
            Array.ForEach(threads, t => t.Join());

            Assert.All(seen, rule => Assert.Same(policy.PerformancePay, rule));
        }
    }

    /// <summary>A mistake in the terms is found when the policy is made, never when a rule is first asked for.</summary>
    [Fact]
    public void Policy_WhoseTermsAreAccepted_CanMakeAllOfItsRules() => Check.One(
        Generated.Cases(3000), Prop.ForAll(Gen.OneOf(Terms.Any(Reach.Full), Wild).ToArbitrary(), terms =>
        {
            Policy policy;
            try
            {
                policy = new(terms);
            }
            catch (PolicyException)
            {
                return true;
            }

            return policy.Rules.Count == RuleCatalogue.Documents.Count;
        }));

    /// <summary>The documents' terms with one section anywhere: every number at or beside an end of its range, names that repeat, cuts in any order.</summary>
    private static Gen<PolicyTerms> Wild => Gen.OneOf(
        from limit in Whole(1, 3660)
        from risk in Whole(1, 3660)
        select new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = limit, AtRiskFromDay = risk }),
        from target in Whole(0, 3660)
        from window in Whole(1, 3660)
        from quarters in Gen.ListOf(Gen.Frequency((9, Gen.Choose(1, 4)), (1, Gen.Choose(0, 5))), 2)
        from month in Whole(1, 12)
        select new PolicyTerms().With(
            new RegistryClosureTerms { TargetDays = target, LimitDays = window, FocusQuarters = [.. quarters], FiscalYearStartMonth = month }),
        from above in Ratio
        from entry in Gen.Elements<decimal?>(null, 0, -1, 0.0000000000000000000000000001m, 5, decimal.MaxValue)
        from exit in Gen.Elements<decimal?>(null, null, 0, 0.0000000000000000000000000001m, 5, 6)
        select new PolicyTerms().With(new KpiAttainmentTerms { Above = above }).With(new KeyAccountTerms { EntryThreshold = entry, ExitThreshold = exit }),
        from count in Gen.Choose(0, 3)
        from bands in Gen.ListOf(Band, count)
        from lowest in Gen.Frequency(
            (6, Gen.Elements<PayBandTerms>(new() { Name = "Low", Programme = "PIP" }, new() { Name = "Low" })),
            (1, Gen.Elements<PayBandTerms>(new() { Name = " " }, new() { Name = "Low", Above = 0 })))
        from decimals in Whole(0, 10)
        from rounding in Gen.Frequency((20, Gen.Elements(Enum.GetValues<PayRounding>())), (1, Gen.Constant((PayRounding)3)))
        from expected in Gen.Frequency((1, Gen.Constant<decimal?>(null)), (3, Ratio.Select(r => (decimal?)r)))
        select new PolicyTerms().With(new PerformancePayTerms { Bands = [lowest, .. bands], Decimals = decimals, Rounding = rounding })
            .With(new ImprovementPlanTerms { ExpectedAbove = expected }));

    private static Gen<PayBandTerms> Band =>
        from name in Gen.Elements("A", "B", "C", "Low")
        from above in Gen.Elements<decimal?>(null, 0, 0.5m, 1, 100)
        from reached in Gen.Elements<decimal?>(null, null, 0.5m, 1)
        from factor in Ratio
        select new PayBandTerms { Name = name, Above = above, From = reached, Factor = factor };

    private static Gen<decimal> Ratio => Gen.Frequency((8, Gen.Elements(0m, 0.5m, 100m)), (1, Gen.Elements(-0.01m, 100.0000000000000000000000001m)));

    private static Gen<int> Whole(int min, int max) => Gen.Frequency((8, Gen.Elements(min, min + 1, max / 2, max)), (1, Gen.Elements(min - 1, max + 1)));
}
