using System.Globalization;
using AccountRules.Facts;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace AccountRules.Tests.Changes;

/// <summary>Regions leave nothing out and claim nothing: on generated facts, of every rule and for random pairs of policies.</summary>
public sealed class PolicyDiffProofTests(ITestOutputHelper output)
{
    private const int Pairs = 14;
    private const int Facts = 600;

    public static TheoryData<string> Rules => [.. RuleCase.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Fact_OfAnyRuleAndAnyTwoPolicies_DiffersIfAndOnlyIfItLiesInARegion(string rule) => RuleCase.Of(rule).Accept(new Proof(output));

    /// <summary>One fact decides where the others do not: so a month differs only where some result lies in a region.</summary>
    [Fact]
    public void KpiMonth_ThatDiffers_HasAResultInARegion()
    {
        var (months, differ) = (0, 0);
        Check.One(Generated.Cases(60), Prop.ForAll(Months.ToArbitrary(), c =>
        {
            var diff = PolicyDiff.Of(c.Old, c.New, "kpi-month");
            var old = c.Old.KpiMonth.Assess(c.Facts, c.AsOf).ToDictionary(a => (a.Subject, a.Period), a => a.Standing);
            foreach (var month in c.New.KpiMonth.Assess(c.Facts, c.AsOf))
            {
                months++;
                if (old[(month.Subject, month.Period)] is var before && before == month.Standing)
                    continue;

                differ++;
                Assert.Contains(c.Facts.Where(f => f.EmployeeId == month.Subject && f.Period == month.Period), f => diff.Regions.Any(r =>
                    r.Contains(f, c.AsOf) && r.Old.StartsWith(before.ToString(), StringComparison.Ordinal)
                    && r.New.StartsWith(month.Standing.ToString(), StringComparison.Ordinal)));
            }
        }));
        output.WriteLine($"{months} months, {differ} differ");
        Assert.InRange(differ, 20, months);
    }

    private static Gen<(Policy Old, Policy New, DateOnly AsOf, IReadOnlyList<KpiResult> Facts)> Months =>
        from old in Terms.Any(Reach.Full)
        from @new in Terms.Any(Reach.Full)
        from asOf in Dates.AsOf(Reach.Full)
        from facts in Gen.ListOf(Groups.KpiResult(old, asOf, Reach.Full), 60)
        select (new Policy(old), new Policy(@new), asOf, (IReadOnlyList<KpiResult>)[.. facts.DistinctBy(KpiResult.Shape.KeyOf)]);

    private sealed class Proof(ITestOutputHelper output) : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class
        {
            var (tried, differ, regions) = (0, 0, 0);
            Check.One(Generated.Cases(Pairs, rule.Id), Prop.ForAll(Cases(rule).ToArbitrary(), c =>
            {
                var diff = PolicyDiff.Of(c.Old, c.New, rule.Id);
                regions += diff.Regions.Count;
                foreach (var fact in c.Facts)
                {
                    tried++;
                    if (OnceEnded(rule.Rule(c.Old), fact, c.AsOf) is not { } day)
                        continue;

                    var isIn = diff.Regions.Any(r => r.From is null && r.Contains(fact, day));
                    var (old, @new) = (Said(rule.Rule(c.Old), fact, day), Said(rule.Rule(c.New), fact, day));
                    differ += old == @new ? 0 : 1;
                    if (isIn != (old != @new))
                    {
                        Assert.Fail(
                            $"{fact} as of {day:O} is {old} under {c.Old.Terms} and {@new} under {c.New.Terms}, "
                            + $"and regions are: {string.Join(" | ", diff.Regions)}");
                    }
                }

                if (rule.Rule(c.Old) is LifecycleRule<TFact> { IsTrackable: true } track)
                    ProveStages(track, (LifecycleRule<TFact>)rule.Rule(c.New), diff, c.Facts, c.AsOf);
            }));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rule.Id}: {tried:N0} facts, {differ:N0} differ, {regions:N0} regions"));
            Assert.Equal(Generated.Number(Pairs) * Facts, tried);
            if (Policy.Default.Terms.Rules.Single(d => d.Id == rule.Id).Section is null)
                Assert.Equal(0, differ + regions);
            else
                Assert.InRange(differ, tried / 50, tried);
        }

        private static void ProveStages<TFact>(LifecycleRule<TFact> old, LifecycleRule<TFact> @new, RuleDiff diff, IEnumerable<TFact> facts, DateOnly asOf)
            where TFact : class
        {
            for (var stage = 1; stage < old.Stages.Count; stage++)
            {
                var (one, other) = (old.ExpressionFrom(stage).Compile(), @new.ExpressionFrom(stage).Compile());
                foreach (var fact in facts)
                {
                    var isIn = diff.Regions.Any(r => r.From == old.Stages[stage].Name && r.Contains(fact, asOf));
                    if (isIn != (one(fact, asOf) != other(fact, asOf)))
                        Assert.Fail($"{fact} from {old.Stages[stage].Name}: {string.Join(" | ", diff.Regions)}");
                }
            }
        }

        /// <summary>Regions speak of periods that have ended: of one that runs, the day after its end is asked for, where the calendar has it.</summary>
        private static DateOnly? OnceEnded<TFact>(Rule<TFact> rule, TFact fact, DateOnly asOf)
            where TFact : class =>
            rule.Shape.Period?.Of(fact) is { } period && rule.IsOfPeriods && period.Start <= asOf && asOf <= period.End ? period.DayAfter : asOf;

        /// <summary>All that a host sees of an outcome, by the public surface.</summary>
        private static (Standing, string?, Cause, decimal?, string?, decimal?, string) Said<TFact>(Rule<TFact> rule, TFact fact, DateOnly asOf)
            where TFact : class
        {
            var said = rule.Assess(fact, asOf);
            var details = rule.DetailNames.Where(name => name != rule.CategoryName).Select(said.Detail);
            return (said.Standing, said.Band, said.Cause, said.Factor, said.Programme, said.Payable, string.Join(';', details));
        }

        private static Gen<(Policy Old, Policy New, DateOnly AsOf, IReadOnlyList<TFact> Facts)> Cases<TFact>(RuleCase<TFact> rule)
            where TFact : class =>
            from old in Terms.Any(Reach.Full)
            from @new in Terms.Any(Reach.Full)
            from asOf in Dates.AsOf(Reach.Full)
            from before in Gen.ListOf(rule.Fact(old, asOf, Reach.Full), Facts / 2)
            from after in Gen.ListOf(rule.Fact(@new, asOf, Reach.Full), Facts / 2)
            select (new Policy(old), new Policy(@new), asOf, (IReadOnlyList<TFact>)[.. before, .. after]);
    }
}
