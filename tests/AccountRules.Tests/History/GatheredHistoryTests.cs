using AccountRules.Reference;
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
    public void Rows_OfAHistory_StandAsTheirVersionSays(string id) => ForEach(id, 25, (rule, history, facts, asOf) =>
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
    }, isForetold: true);

    private static Dictionary<FactKey, (Standing, string?)> Expected(GatheredCase rule, PolicyHistory history, object[] facts, DateOnly asOf)
    {
        PolicyTerms[] versions = [.. history.Versions.Select(v => v.Terms)];
        return new HistoryReading(versions, rule.Id, asOf).Rows(terms => rule.Says(terms, facts, asOf))
            .ToDictionary(row => row.Key, row => (row.Value.Standing, row.Value.Band));
    }

    private static string Lines(Dictionary<FactKey, (Standing Standing, string? Band)> rows) =>
        string.Join('\n', rows.OrderBy(row => row.Key).Select(row => $"{row.Key}: {row.Value.Standing} {row.Value.Band}"));

    /// <param name="id">The rule.</param>
    /// <param name="cases">How many.</param>
    /// <param name="body">What is tried.</param>
    /// <param name="isForetold">
    /// Whether the rows of other days are asked for: an agenda foretells what becomes of the rows of its first day, and by the evaluation date a version may
    /// put clients together otherwise.
    /// </param>
    private static void ForEach(string id, int cases, Action<GatheredCase, PolicyHistory, object[], DateOnly> body, bool isForetold = false)
    {
        var rule = GatheredCase.Of(id);
        var isOfPeriods = id is not ("progress-update" or "business-review" or "competency" or "lifetime-value" or "improvement-plan-start");
        VersionTransition? onDate = isForetold && id == "retention" ? null : VersionTransition.ByEvaluationDate;
        var any = from asOf in Dates.AsOf(Reach.Plain)
                  from generated in Terms.Any(Reach.Full).ArrayOf(3)
                  let terms = isForetold && id == "improvement-plan-start" ? [.. generated.Select(t => Entering(t, generated[0]))] : generated
                  from isSame in Gen.Elements(true, false, false)
                  from days in Gen.Choose(-200, 20).ArrayOf(3)
                  from isOpen in Gen.Elements(true, false)
                  from ways in Gen.Elements<VersionTransition?>(null, null, onDate, isOfPeriods ? VersionTransition.ByStart : null)
                      .ArrayOf(3)
                  let first = days.Select(day => asOf.AddDays(day)).Distinct().Order().ToArray()
                  let history = new PolicyHistory(first.Select((day, i) => new Policy(((i == 2 && isSame ? terms[1] : terms[i]) with
                  {
                      Version = $"v{i + 1}",
                      EffectiveFrom = i == 0 && isOpen ? null : day,
                  }).With(new TransitionTerms().With(id, ways[i])))))
                  from facts in rule.Facts(terms[0], asOf, Reach.Full)
                  select (history, facts, asOf);
        Check.One(Generated.Cases(cases, id), Prop.ForAll(any.ToArbitrary(), c => body(rule, c.history, c.facts, c.asOf)));
    }

    /// <summary>Terms by which a programme is entered as by others.</summary>
    private static PolicyTerms Entering(PolicyTerms terms, PolicyTerms others) => terms.With(others.PerformancePay).With(others.ImprovementPlan)
        .With(terms.ImprovementPlanStart with { AfterPeriods = others.ImprovementPlanStart.AfterPeriods });
}
