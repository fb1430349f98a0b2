using System.Globalization;
using AccountRules.Reference;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace AccountRules.Tests.Conformance;

/// <summary>That the conformance suite asks enough, and asks about everything.</summary>
public sealed class VolumeTests(ITestOutputHelper output)
{
    [Fact]
    public void ConformanceSuite_InANormalRun_JudgesAtLeastThreeHundredThousandFacts()
    {
        var evaluators = typeof(ConformanceSuite).Assembly.GetTypes().Count(t => t.IsSubclassOf(typeof(ConformanceSuite)));
        var rules = Policy.Default.Rules.Count(r => !Is(r, typeof(RollUpRule<>)) && !Is(r, typeof(GatheredRule<>)));
        var facts = evaluators * rules * ConformanceSuite.Cases * ConformanceSuite.FactsPerCase;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{facts:N0} generated facts: {evaluators} evaluators, {rules} rules, of each {ConformanceSuite.Cases} times {ConformanceSuite.FactsPerCase}"));
        Assert.True(facts >= 300_000);
    }

    public static TheoryData<string> Rules => ConformanceSuite.Rules;

    [Theory]
    [MemberData(nameof(Rules))]
    public void GeneratedFacts_OfARule_HaveEachOfItsStandings(string rule) => RuleCase.Of(rule).Accept(new Seeing());

    [Fact]
    public void Cases_OfAllRulesButRollUps_AreAllOfThem() => Assert.Equal(
        Policy.Default.Rules.Where(r => !Is(r, typeof(RollUpRule<>))).Select(r => r.Id).Order(StringComparer.Ordinal),
        RuleCase.All.Select(c => c.Id).Concat(GatheredCase.All.Select(c => c.Id)).Order(StringComparer.Ordinal));

    private static bool Is(Rule rule, Type kind) => rule.GetType().GetGenericTypeDefinition() == kind;

    [Fact]
    public void GeneratedGroups_OfResultsAndRevenues_HaveStreaksAndEveryMovement()
    {
        var streaks = new SortedSet<int>();
        ForEach(
            Case<Facts.KpiResult>.Any(Groups.KpiResult, 40, Reach.Full),
            c => streaks.UnionWith(
                KpiMonthReading.Of(c.Facts, c.AsOf, c.Policy.Terms).Values.Select(m => m.Streak)));
        Assert.Superset(new HashSet<int> { 0, 1, 2, 3 }, streaks);

        var movements = new SortedSet<Movement>();
        ForEach(Case<Facts.AccountRevenue>.Any(Groups.AccountRevenue, 24, Reach.Full), c => movements.UnionWith(
            KeyAccountReading.Track(c.Facts, c.AsOf, c.Policy.Terms.KeyAccount, c.Policy.Terms.EffectiveFrom).Values
                .SelectMany(m => m)
                .Select(m => m.Movement)
                .OfType<Movement>()));
        Assert.Equal(Enum.GetValues<Movement>(), movements);
    }

    private static void ForEach<TFact>(Gen<Case<TFact>> cases, Action<Case<TFact>> body) =>
        Check.One(Generated.Cases(50, typeof(TFact).Name), Prop.ForAll(cases.ToArbitrary(), body));

    private sealed class Seeing : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class
        {
            var seen = new SortedSet<Standing>();
            ForEach(Case<TFact>.Any(rule.Fact, 30, Reach.Full), c => seen.UnionWith(c.Facts.Select(one => rule.Says(c.Policy.Terms, one, c.AsOf).Standing)));
            Assert.Equal(rule.Standings.Order(), seen);
        }
    }
}
