using AccountRules.Facts;
using AccountRules.Tests.Generators;
using Xunit.Abstractions;

namespace AccountRules.Tests.Conformance;

/// <summary>
/// The rules' own expressions as any LINQ provider gets them, run by LINQ to objects: plain decimals and dates, so with numbers of few digits and dates
/// away from the ends of the calendar. Pay, streaks and tracks are not part of an expression.
/// </summary>
public sealed class LinqConformanceTests(ITestOutputHelper output) : ConformanceSuite(output)
{
    protected override Reach Reach => Reach.Plain;

    protected override bool Pays(Policy policy) => false;

    /// <summary>A tally made by hand counts what it is given.</summary>
    protected override bool TakesDuplicates => false;

    protected override IReadOnlyList<Answer> Evaluate<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf)
    {
        var place = rule.Expression.Compile();
        return [.. facts.Select(fact => Answer.Of(rule, rule.VerdictOf(place(fact, asOf))))];
    }

    protected override IEnumerable<MonthAnswer> RollUp(Policy policy, IReadOnlyList<KpiResult> facts, DateOnly asOf)
    {
        var place = policy.KpiAttainment.Expression.Compile();
        return from fact in facts
               group fact by (fact.EmployeeId, fact.Period) into month
               let tally = month.Aggregate(default(Tally), (t, fact) => t.With(Answer.Of(policy.KpiAttainment, place(fact, asOf)).Standing))
               let came = month.Select(fact => fact.Kpi).ToHashSet(StringComparer.Ordinal)
               let whole = tally.Total == 0 ? tally
                   : policy.KpiMonth.Parts.Where(part => !came.Contains(part)).Aggregate(tally, (t, _) => t.With(Standing.Undetermined))
               let isProvisional = month.All(fact => Answer.Of(policy.KpiAttainment, place(fact, asOf)).IsProvisional == true)
               select new MonthAnswer(month.Key.EmployeeId, month.Key.Period, policy.KpiMonth.Judge(whole).Standing, Streak: null, isProvisional);
    }

    protected override IEnumerable<TrackAnswer>? Track(Policy policy, IReadOnlyList<AccountRevenue> facts, DateOnly asOf) => null;
}
