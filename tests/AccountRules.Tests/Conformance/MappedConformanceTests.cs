using AccountRules.Facts;
using Xunit.Abstractions;

namespace AccountRules.Tests.Conformance;

/// <summary>
/// The rules over a host's own classes, mapped member by member, through a constructor, through a nested object, and by a property that is a fact.
/// </summary>
public sealed class MappedConformanceTests(ITestOutputHelper output) : ConformanceSuite(output)
{
    protected override IReadOnlyList<Answer> Evaluate<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf) => rule switch
    {
        DeadlineRule<FteOrder> r => Answers(
            r.For<CrmOrder>(o => new FteOrder
            {
                OrderId = o.Number,
                OrderedOn = o.Dates.Placed,
                FulfilledOn = o.Dates.Filled,
                Pauses = o.Dates.Holds,
                Calendar = o.Site,
            }),
            facts.Cast<FteOrder>().Select(o => new CrmOrder(o.OrderId, o.Calendar, new(o.OrderedOn, o.FulfilledOn, o.Pauses))), asOf),
        AttainmentRule<KpiResult> r => Answers(KpiRow.Rule(r), facts.Cast<KpiResult>().Select(KpiRow.Of), asOf),
        LifecycleRule<AccountRevenue> r => Answers(RevenueRow.Rule(r), facts.Cast<AccountRevenue>().Select(RevenueRow.Of), asOf),
        LifecycleRule<ImprovementPlan> r => Answers(
            r.For<Envelope<ImprovementPlan>>(e => new ImprovementPlan
            {
                EmployeeId = e.Content.EmployeeId,
                StartedOn = e.Content.StartedOn,
                EndsOn = e.Content.EndsOn,
                CompletedOn = e.Content.CompletedOn,
                Target = e.Content.Target,
                Actual = e.Content.Actual,
                ExpectedAbove = e.Content.ExpectedAbove,
                ExtendedTo = e.Content.ExtendedTo,
                ExtendedOn = e.Content.ExtendedOn,
                WithdrawnOn = e.Content.WithdrawnOn,
                LeftOn = e.Content.LeftOn,
                DecidedOn = e.Content.DecidedOn,
                DecidedBy = e.Content.DecidedBy,
                Decision = e.Content.Decision,
            }),
            Enveloped<ImprovementPlan>(facts), asOf),
        DeadlineRule<TFact> r => Answers(r.For<Envelope<TFact>>(e => e.Content), Enveloped<TFact>(facts), asOf),
        AttainmentRule<TFact> r => Answers(r.For<Envelope<TFact>>(e => e.Content), Enveloped<TFact>(facts), asOf),
        TierRule<TFact> r => Answers(r.For<Envelope<TFact>>(e => e.Content), Enveloped<TFact>(facts), asOf),
        LifecycleRule<TFact> r => Answers(r.For<Envelope<TFact>>(e => e.Content), Enveloped<TFact>(facts), asOf),
        RuleByCategory<TFact> r => Answers(r.For<Envelope<TFact>>(e => e.Content), Enveloped<TFact>(facts), asOf),
        _ => throw new ArgumentException($"Rule `{rule.Id}` is of a kind that has no host here.", nameof(rule)),
    };

    protected override IEnumerable<MonthAnswer> RollUp(Policy policy, IReadOnlyList<KpiResult> facts, DateOnly asOf) =>
        policy.KpiMonth.Over(KpiRow.Rule(policy.KpiAttainment)).Assess(facts.Select(KpiRow.Of), asOf)
            .Select(MonthAnswer.Of);

    protected override IEnumerable<TrackAnswer> Track(Policy policy, IReadOnlyList<AccountRevenue> facts, DateOnly asOf) =>
        RevenueRow.Rule(policy.KeyAccount).Track(facts.Select(RevenueRow.Of), asOf).Select(TrackAnswer.Of);

    private static List<Answer> Answers<THost>(Rule<THost> rule, IEnumerable<THost> hosts, DateOnly asOf)
        where THost : class => [.. hosts.Select(host => Answer.Of(rule.Assess(host, asOf)))];

    private static IEnumerable<Envelope<T>> Enveloped<T>(IEnumerable<object> facts) => facts.Cast<T>().Select(f => new Envelope<T>(f));

    private sealed record CrmDates(DateOnly? Placed, DateOnly? Filled, Pauses? Holds);

    private sealed record CrmOrder(string Number, string? Site, CrmDates Dates);

    private sealed record Envelope<T>(T Content);

    private sealed class KpiRow(KpiResult result)
    {
        public string Who { get; } = result.EmployeeId;

        public string What { get; } = result.Kpi;

        public Period When { get; } = result.Period;

        public decimal? Goal { get; } = result.Target;

        public decimal? Reached { get; } = result.Actual;

        public int? DaysHere { get; } = result.TargetShare;

        public int? DaysInAll { get; } = result.TargetShareOf;

        public bool IsLessBetter { get; } = result.Direction == Direction.LowerIsBetter;

        public static KpiRow Of(KpiResult result) => new(result);

        public static AttainmentRule<KpiRow> Rule(AttainmentRule<KpiResult> rule) => rule.For<KpiRow>(k => new KpiResult
        {
            EmployeeId = k.Who,
            Kpi = k.What,
            Period = k.When,
            Target = k.Goal,
            Actual = k.Reached,
            Direction = k.IsLessBetter ? Direction.LowerIsBetter : Direction.HigherIsBetter,
            TargetShare = k.DaysHere,
            TargetShareOf = k.DaysInAll,
        });
    }

    private sealed class RevenueRow(AccountRevenue revenue)
    {
        public string Account { get; } = revenue.AccountId;

        public Period In { get; } = revenue.Period;

        public decimal? Sum { get; } = revenue.Revenue;

        public string? Money { get; } = revenue.Currency;

        public static RevenueRow Of(AccountRevenue revenue) => new(revenue);

        public static LifecycleRule<RevenueRow> Rule(LifecycleRule<AccountRevenue> rule) =>
            rule.For<RevenueRow>(r => new AccountRevenue { AccountId = r.Account, Period = r.In, Revenue = r.Sum, Currency = r.Money });
    }
}
