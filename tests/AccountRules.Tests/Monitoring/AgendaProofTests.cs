using AccountRules.Reference;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Monitoring;

/// <summary>
/// An agenda foretells, for every later day up to its horizon, what an independent reading of the policy says on that day: no entry is missing, none is too
/// many.
/// </summary>
public sealed class AgendaProofTests
{
    private static readonly Gen<int> Horizons = Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(1, 30)), (4, Gen.Choose(31, 250)));

    public static TheoryData<string> Rules => ConformanceSuite.Rules;

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_AnyFacts_StandEachDayAsForetold(string rule) => RuleCase.Of(rule).Accept(new Foretelling());

    [Fact]
    public void KpiMonths_AnyResults_StandEachDayAsForetold() => ForEach(Groups.KpiResult, 25, (c, asOf, days) =>
    {
        var standings = KpiMonthReading.Of(c.Facts, asOf, c.Policy.Terms)
            .ToDictionary(m => m.Key, m => (m.Value.Standing, m.Value.IsProvisional));
        var entries = Sorted(new Agenda(asOf, days).Add(c.Policy.KpiMonth, c.Facts));
        for (var day = asOf; day < Dates.Shift(asOf, days, Reach.Full);)
        {
            day = day.AddDays(1);
            var expected = KpiMonthReading.Of(c.Facts, day, c.Policy.Terms);
            foreach (var entry in entries.Where(e => e.On == day))
            {
                var key = new FactKey(entry.Subject, entry.Period);
                Assert.Equal(
                    (entry, standings[key], expected[key].Streak), (entry, (entry.From, entry.Before.IsProvisional), entry.After.Streak!.Value));
                Assert.NotEqual((entry.From, entry.Before.IsProvisional), (entry.To, entry.After.IsProvisional));
                standings[key] = (entry.To, entry.After.IsProvisional);
            }

            Assert.Equal(Lines(expected.Select(m => (m.Key, (m.Value.Standing, m.Value.IsProvisional)))), Lines(standings.Select(m => (m.Key, m.Value))));
        }
    });

    [Fact]
    public void Portfolio_AnyRevenues_MovesEachDayAsForetold() => ForEach(Groups.AccountRevenue, 20, (c, asOf, days) =>
    {
        Dictionary<(string, Period), List<Membership>> On(DateOnly day) =>
            KeyAccountReading.Track(c.Facts, day, c.Policy.Terms.KeyAccount, c.Policy.Terms.EffectiveFrom);
        var rows = On(asOf);
        var entries = Sorted(new Agenda(asOf, days).AddTrack(c.Policy.KeyAccount, c.Facts));
        for (var day = asOf; day < Dates.Shift(asOf, days, Reach.Full);)
        {
            day = day.AddDays(1);
            foreach (var entry in entries.Where(e => e.On == day))
            {
                Assert.NotEqual((entry.From, entry.Before.IsProvisional), (entry.To, entry.After.IsProvisional));
                var (was, becomes) = (MembershipOf(entry.Before), MembershipOf(entry.After));
                if (!rows.TryGetValue((entry.Subject, entry.Period!.Value), out var own))
                    rows[(entry.Subject, entry.Period.Value)] = own = [];

                // An account without a row in the period has one from the day on which it leaves.
                if (!own.Remove(was) && (own.Count != 0 || was.Standing != Standing.NotApplicable || becomes.Movement != Movement.Left))
                    Assert.Fail($"{entry} of {string.Join(", ", c.Facts)}");

                own.Add(becomes);
            }

            Assert.Equal(Lines(On(day).SelectMany(r => r.Value.Select(m => (r.Key, m)))), Lines(rows.SelectMany(r => r.Value.Select(m => (r.Key, m)))));
        }
    });

    [Fact]
    public void AnyOrder_ClosedOnTheLastDayThatItsEntryNames_DoesNotChange() => ForEach(AnyFact.FteOrder, 10, (c, asOf, days) =>
    {
        foreach (var order in c.Facts)
        {
            foreach (var entry in new Agenda(asOf, days).Add(c.Policy.FteFulfillment, [order]).Entries())
            {
                var isStillOpen = !(order.FulfilledOn <= entry.On);
                var isKnown = FactReadings.FteFulfillment(c.Policy.Terms, order, entry.On).Standing != Standing.Undetermined;
                Assert.Equal(isStillOpen && isKnown && order.OrderedOn < entry.On, entry.ActBy is not null);
                if (entry.ActBy is { } day)
                {
                    var said = FactReadings.FteFulfillment(c.Policy.Terms, order with { FulfilledOn = day }, entry.On);
                    Assert.True(said.Standing is Standing.Met or Standing.Late);
                }
            }
        }
    });

    private sealed class Foretelling : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class => Foretells(rule.Fact, rule.Rule, rule.Says);
    }

    private static void Foretells<TFact>(
        Func<PolicyTerms, DateOnly, Reach, Gen<TFact>> fact, Func<Policy, Rule<TFact>> rule, Func<PolicyTerms, TFact, DateOnly, Expected> says)
        where TFact : class => ForEach(fact, 40, (c, asOf, days) =>
    {
        var all = 0;
        foreach (var one in c.Facts)
        {
            var told = Sorted(new Agenda(asOf, days).Add(rule(c.Policy), [one]));
            all += told.Count;
            var entries = told.Where(IsReadTwice).ToList();
            var standing = says(c.Policy.Terms, one, asOf);
            var next = 0;
            for (var day = asOf; day < Dates.Shift(asOf, days, Reach.Full);)
            {
                day = day.AddDays(1);
                var before = standing;
                standing = says(c.Policy.Terms, one, day);
                if ((standing.Standing, standing.Band, standing.IsProvisional) == (before.Standing, before.Band, before.IsProvisional))
                    continue;

                if (next == entries.Count)
                    Assert.Fail($"{one} as of {asOf:yyyy-MM-dd} is {standing.Standing} on {day:yyyy-MM-dd}, and the agenda does not say so.");

                var entry = entries[next++];
                Assert.Equal(
                    (one, day, before.Standing, before.Band, before.IsProvisional, standing.Standing, standing.Band, standing.IsProvisional),
                    (one, entry.On, entry.From, entry.Before.Band, entry.Before.IsProvisional, entry.To, entry.After.Band, entry.After.IsProvisional));
                Assert.Equal(standing.Standing == before.Standing ? ChangeKind.Moved : ChangeKind.Changed, entry.Kind);
            }

            if (next != entries.Count)
                Assert.Fail($"{one} as of {asOf:yyyy-MM-dd} does not change as foretold: {string.Join("; ", entries)}");
        }

        Assert.Equal(all, new Agenda(asOf, days).Add(rule(c.Policy), c.Facts).Entries().Count);
    }, cases: 25);

    /// <summary>The evaluation date is put back too, so that much of what is near the generated date lies ahead.</summary>
    private static void ForEach<TFact>(Func<PolicyTerms, DateOnly, Reach, Gen<TFact>> fact, int count, Action<Case<TFact>, DateOnly, int> body, int cases = 50)
        where TFact : class => FsCheck.Check.One(Generated.Cases(cases, typeof(TFact).Name), Prop.ForAll(
            (from c in Case<TFact>.Any(fact, count, Reach.Full)
             from back in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(0, 200)))
             from days in Horizons
             select (c, back, days)).ToArbitrary(),
            t => body(t.c, Dates.Shift(t.c.AsOf, -t.back, Reach.Full), t.days)));

    private static IReadOnlyList<AgendaEntry> Sorted(Agenda agenda)
    {
        var entries = agenda.Entries();
        Assert.All(entries, e => Assert.True(e.On > agenda.AsOf && e.On <= agenda.Until));
        Assert.Equal(
            entries.OrderBy(e => e.On).ThenBy(e => e.Rule.Id, StringComparer.Ordinal).ThenBy(e => e.Subject, StringComparer.Ordinal).ThenBy(e => e.Period),
            entries);
        return entries;
    }

    private static Membership MembershipOf(Assessment assessment) => new(assessment.Standing, assessment.Band, assessment.Movement, assessment.IsProvisional);

    private static string Lines<TKey, TValue>(IEnumerable<(TKey Key, TValue Value)> rows) =>
        string.Join('\n', rows.Select(r => $"{r.Key} {r.Value}").Order(StringComparer.Ordinal));

    /// <summary>
    /// The second reading says no causes: a change from one to another, as of a plan that is withdrawn before it begins, is the agenda's alone.
    /// </summary>
    private static bool IsReadTwice(AgendaEntry entry)
    {
        var (before, after) = (entry.Before, entry.After);
        if ((before.Standing, before.Band, before.IsProvisional) != (after.Standing, after.Band, after.IsProvisional))
            return true;

        Assert.NotEqual(before.Cause, after.Cause);
        return false;
    }
}
