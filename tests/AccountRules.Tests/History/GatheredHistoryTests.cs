using AccountRules.Tests.Cases;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.History;

/// <summary>Rows that are made of many facts are made and judged by the version that they go by: by their period, or by the evaluation date.</summary>
public sealed class GatheredHistoryTests
{
    public static TheoryData<string> Rules => [.. GatheredCase.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rows_OfAHistory_StandAsTheirVersionSays(string id) => ForEach(id, 40, (rule, history, facts, asOf) =>
        Assert.Equal(
            Lines(Expected(rule, history, facts, asOf)),
            Lines(rule.Assess(history, facts, asOf).ToDictionary(a => a.Key, a => (a.Standing, a.Band)))));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rows_OfAHistory_StandEachDayAsForetold(string id) => ForEach(id, 10, (rule, history, facts, to) =>
    {
        var asOf = Dates.Shift(to, -60, Reach.Full);
        var entries = rule.Agenda(history, facts, asOf, days: 90).Entries();
        var rows = Expected(rule, history, facts, asOf);
        for (var day = asOf; day < Dates.Shift(asOf, 90, Reach.Full);)
        {
            day = day.AddDays(1);
            foreach (var entry in entries.Where(e => e.On == day))
                rows[entry.After.Key] = (entry.To, entry.After.Band);

            Assert.Equal(Lines(Expected(rule, history, facts, day)), Lines(rows));
        }
    });

    private static Dictionary<FactKey, (Standing, string?)> Expected(GatheredCase rule, PolicyHistory history, object[] facts, DateOnly asOf)
    {
        PolicyTerms[] versions = [.. history.Versions.Select(v => v.Terms)];
        var says = versions.Select(v => rule.Says(v with { EffectiveFrom = versions[0].EffectiveFrom }, facts, asOf)).ToArray();
        var section = history.Terms.Rules.Single(d => d.Id == rule.Id).Section;
        Dictionary<FactKey, (Standing, string?)> rows = [];
        for (var version = 0; version < versions.Length; version++)
        {
            foreach (var (key, said) in says[version].Where(row => VersionOf(row.Key.Period?.Start ?? asOf) == version))
            {
                int[] changes = key.Period is { } period && section is not null
                    ? [.. Enumerable.Range(1, versions.Length - 1)
                        .Where(v => versions[v].EffectiveFrom > period.Start && versions[v].EffectiveFrom <= period.End)]
                    : [];

                var straddles = changes.Any(v => !versions[v].Of(section!).Equals(versions[v - 1].Of(section!)))
                    && !(key.Period!.Value.Start > asOf || key.Period.Value.Start < versions[0].EffectiveFrom);
                rows.Add(key, straddles ? (Standing.Undetermined, null) : (said.Standing, said.Band));
            }
        }

        return rows;

        int VersionOf(DateOnly day) => Math.Max(0, Array.FindLastIndex(versions, v => !(v.EffectiveFrom > day)));
    }

    private static string Lines(Dictionary<FactKey, (Standing Standing, string? Band)> rows) =>
        string.Join('\n', rows.OrderBy(row => row.Key).Select(row => $"{row.Key}: {row.Value.Standing} {row.Value.Band}"));

    private static void ForEach(string id, int cases, Action<GatheredCase, PolicyHistory, object[], DateOnly> body)
    {
        var rule = GatheredCase.Of(id);
        var any = from asOf in Dates.AsOf(Reach.Plain)
                  from terms in Terms.Any(Reach.Full).ArrayOf(3)
                  from isSame in Gen.Elements(true, false, false)
                  from days in Gen.Choose(-200, 20).ArrayOf(3)
                  from isOpen in Gen.Elements(true, false)
                  let first = days.Select(day => asOf.AddDays(day)).Distinct().Order().ToArray()
                  let history = new PolicyHistory(first.Select((day, i) => new Policy((i == 2 && isSame ? terms[1] : terms[i]) with
                  {
                      Version = $"v{i + 1}",
                      EffectiveFrom = i == 0 && isOpen ? null : day,
                  })))
                  from facts in rule.Facts(terms[0], asOf, Reach.Full)
                  select (history, facts, asOf);
        Check.One(Generated.Cases(cases, id), Prop.ForAll(any.ToArbitrary(), c => body(rule, c.history, c.facts, c.asOf)));
    }
}
