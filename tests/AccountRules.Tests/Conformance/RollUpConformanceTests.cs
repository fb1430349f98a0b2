using AccountRules.Reference;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Conformance;

/// <summary>
/// The other roll-ups, of facts of which some come twice: as an independent reading of the policy says, at once, in order, by a monitor that comes to the
/// day, and by an agenda that foretells it.
/// </summary>
public sealed class RollUpConformanceTests
{
    public static TheoryData<string> Rules => [.. RollUpCase.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Groups_OfAnyFacts_StandAsThePolicySays(string rule) => RollUpCase.Of(rule).Accept(new Standing());

    [Theory]
    [MemberData(nameof(Rules))]
    public void Groups_OfAnyFacts_StandEachDayAsForetold(string rule) => RollUpCase.Of(rule).Accept(new Foretelling());

    private sealed class Standing : IRollUpCaseVisitor
    {
        public void Visit<TFact>(RollUpCase<TFact> rule)
            where TFact : class
        {
            var seen = new HashSet<AccountRules.Standing>();
            ForEach(rule, c =>
            {
                var (roll, shape) = (rule.Rule(c.Policy), (FactShape<TFact>)rule.Rule(c.Policy).FactShape!);
                var expected = rule.Says(c.Policy.Terms, c.Facts, c.AsOf);
                seen.UnionWith(expected.Values.Select(e => e.Standing));
                Same(expected, roll.Assess(c.Facts, c.AsOf));
                Same(expected, roll.AssessSorted(c.Facts.OrderBy(f => shape.KeyOf(f).Subject, StringComparer.Ordinal), c.AsOf));

                TFact[] once = [.. c.Facts.DistinctBy(shape.KeyOf)];
                var monitor = new PolicyMonitor(c.Policy, Dates.Shift(c.AsOf, -100, Reach.Full), MonitoredRules.None.With(_ => roll));
                monitor.AddRange(once);
                monitor.AdvanceTo(c.AsOf);
                Same(rule.Says(c.Policy.Terms, once, c.AsOf), monitor.Snapshot().FindAll(roll.Id));
            });
            Assert.Superset(rule.Rule(Policy.Default).Grades.Select(g => g.Standing).ToHashSet(), seen);
        }
    }

    private sealed class Foretelling : IRollUpCaseVisitor
    {
        public void Visit<TFact>(RollUpCase<TFact> rule)
            where TFact : class => ForEach(rule, c =>
        {
            const int Days = 100;
            var rows = rule.Says(c.Policy.Terms, c.Facts, c.AsOf);
            var entries = new Agenda(c.AsOf, Days).Add(rule.Rule(c.Policy), c.Facts).Entries();
            for (var day = c.AsOf; day < Dates.Shift(c.AsOf, Days, Reach.Full);)
            {
                day = day.AddDays(1);
                var (before, now) = (rows, rule.Says(c.Policy.Terms, c.Facts, day));
                Assert.Equal(
                    now.Where(r => (r.Value.Standing, r.Value.IsProvisional) != (before[r.Key].Standing, before[r.Key].IsProvisional))
                        .Select(r => $"{r.Key} {before[r.Key].Standing} -> {r.Value}").Order(StringComparer.Ordinal),
                    entries.Where(e => e.On == day).Select(e => $"{new FactKey(e.Subject, e.Period)} {e.From} -> {Said(e.After)}")
                        .Order(StringComparer.Ordinal));
                rows = now;
            }
        }, cases: 25);
    }

    private static void Same(Dictionary<FactKey, RolledUp> expected, IEnumerable<Assessment> found) => Assert.Equal(
        expected.Select(r => $"{r.Key} {r.Value}").Order(StringComparer.Ordinal),
        found.Select(a => $"{new FactKey(a.Subject, a.Period)} {Said(a)}").Order(StringComparer.Ordinal));

    private static RolledUp Said(Assessment a) => new(a.Standing, a.Streak!.Value, a.IsProvisional);

    private static void ForEach<TFact>(RollUpCase<TFact> rule, Action<Case<TFact>> body, int cases = 100)
        where TFact : class =>
        Check.One(Generated.Cases(cases, rule.Id), Prop.ForAll(Case<TFact>.Any(rule.Fact, 30, Reach.Full).ToArbitrary(), body));
}
