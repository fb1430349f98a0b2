using AccountRules.Reference;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Conformance;

/// <summary>Rows that are made of many facts stand as an independent reading of the policy says, now and on every day that the agenda foretells.</summary>
public sealed class GatheredConformanceTests
{
    public static TheoryData<string> Rules => [.. GatheredCase.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rows_OfGeneratedFacts_StandAsThePolicySays(string id) => ForEach(id, 30, 24, (rule, c) =>
    {
        var found = rule.Assess(c.Policy, c.Facts, c.AsOf).ToDictionary(a => a.Key, a => (a.Standing, a.Band));
        Same(rule.Says(c.Policy.Terms, c.Facts, c.AsOf), found);
    });

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rows_OfGeneratedFacts_StandEachDayAsForetold(string id) => ForEach(id, 10, 8, (rule, c) =>
    {
        var asOf = Dates.Shift(c.AsOf, -100, Reach.Full);
        var entries = rule.Agenda(c.Policy, c.Facts, asOf, days: 150).Entries();
        var rows = rule.Says(c.Policy.Terms, c.Facts, asOf).ToDictionary(row => row.Key, row => (row.Value.Standing, row.Value.Band));
        for (var day = asOf; day < Dates.Shift(asOf, 150, Reach.Full);)
        {
            day = day.AddDays(1);
            foreach (var entry in entries.Where(e => e.On == day))
            {
                Assert.Equal((entry.From, entry.Before.Band), rows[entry.After.Key]);
                rows[entry.After.Key] = (entry.To, entry.After.Band);
            }

            Same(rule.Says(c.Policy.Terms, c.Facts, day), rows);
        }
    });

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rows_OfGeneratedFacts_HaveEachStandingOfTheRule(string id)
    {
        var seen = new SortedSet<Standing>();
        ForEach(id, 50, 8, (rule, c) => seen.UnionWith(rule.Says(c.Policy.Terms, c.Facts, c.AsOf).Values.Select(e => e.Standing)));
        Assert.Equal(GatheredCase.Of(id).Standings.Order(), seen);
    }

    private static void Same(Dictionary<FactKey, Expected> expected, Dictionary<FactKey, (Standing, string?)> found) => Assert.Equal(
        expected.OrderBy(row => row.Key).Select(row => $"{row.Key}: {row.Value.Standing} {row.Value.Band}"),
        found.OrderBy(row => row.Key).Select(row => $"{row.Key}: {row.Value.Item1} {row.Value.Item2}"));

    /// <summary>Each policy is tried on several sets of facts: making its rule takes longer than judging them.</summary>
    private static void ForEach(string id, int policies, int setsOfEach, Action<GatheredCase, Case<object>> body)
    {
        var rule = GatheredCase.Of(id);
        var any = from asOf in Dates.AsOf(Reach.Full)
                  from terms in Terms.Near(asOf, Reach.Full)
                  from sets in rule.Facts(terms, asOf, Reach.Full).ArrayOf(setsOfEach)
                  let policy = new Policy(terms)
                  select sets.Select(facts => new Case<object>(policy, asOf, facts)).ToArray();
        Check.One(Generated.Cases(policies, id), Prop.ForAll(any.ToArbitrary(), sets => Array.ForEach(sets, c => body(rule, c))));
    }
}
