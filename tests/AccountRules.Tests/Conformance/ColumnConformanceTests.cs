using AccountRules.Facts;
using AccountRules.Tests.Generators;
using Xunit.Abstractions;

namespace AccountRules.Tests.Conformance;

/// <summary>
/// Deadlines, attainments and pay tiers over columns of whole numbers, with numbers that 64 bits hold in units of 0.00000001. A fact that columns do not take
/// (its period has not begun or begins before the policy, it has no committed pay, its number is too large) is assessed as an object, and so are the two
/// lifecycles. Columns take periods as ended: of one that runs the verdict is made provisional here, as a host does.
/// </summary>
public sealed class ColumnConformanceTests(ITestOutputHelper output) : ConformanceSuite(output)
{
    private const decimal Unit = 0.00000001m;

    private int inColumns;

    protected override Reach Reach => Reach.Full with { HasAllDecimals = false, HasWorkingDays = false };

    protected override bool Pays(Policy policy) => false;

    /// <summary>Columns are of a single version: see <c>Columns_OfAHistory_AreRefused</c>.</summary>
    protected override int Histories => 0;

    protected override IReadOnlyList<Answer> Evaluate<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf) => rule switch
    {
        DeadlineRule<FteOrder> r => Days(r, [.. facts.Cast<FteOrder>().Select(o => (o.OrderedOn, o.FulfilledOn))], asOf),
        DeadlineRule<RegistryItem> r => Days(r, [.. facts.Cast<RegistryItem>().Select(i => (i.AddedOn, i.ClosedOn))], asOf),
        AttainmentRule<KpiResult> r => Ratios(r, facts, asOf, f => ((KpiResult)(object)f).Period,
            f => (((KpiResult)(object)f).Actual, ((KpiResult)(object)f).Target, ((KpiResult)(object)f).TargetShare, ((KpiResult)(object)f).TargetShareOf),
            f => ((KpiResult)(object)f).Direction == Direction.LowerIsBetter),
        TierRule<PayPeriod> r => Pay(r, [.. facts.Cast<PayPeriod>()], asOf),
        _ => [.. facts.Select(fact => Answer.Of(rule, rule.Judge(fact, asOf)))],
    };

    protected override IEnumerable<MonthAnswer> RollUp(Policy policy, IReadOnlyList<KpiResult> facts, DateOnly asOf) =>
        policy.KpiMonth.Assess(facts, asOf).Select(MonthAnswer.Of);

    protected override IEnumerable<TrackAnswer>? Track(Policy policy, IReadOnlyList<AccountRevenue> facts, DateOnly asOf) => null;

    [Fact]
    public void Columns_OfGeneratedFacts_TakeMostOfThem()
    {
        inColumns = 0;
        Rule_GeneratedFacts_AnswersWhatThePolicySays("kpi-attainment");
        Rule_GeneratedFacts_AnswersWhatThePolicySays("performance-pay");
        Assert.True(inColumns >= Cases * FactsPerCase, $"{inColumns} rows were judged in columns.");
    }

    private static List<Answer> Days<TFact>(DeadlineRule<TFact> rule, List<(DateOnly? From, DateOnly? Until)> facts, DateOnly asOf)
        where TFact : class
    {
        int[] from = [.. facts.Select(f => f.From?.DayNumber ?? DayColumns.Missing)], until = [.. facts.Select(f => f.Until?.DayNumber ?? DayColumns.Missing)];
        var verdicts = new Verdict[facts.Count];
        rule.Judge(new DayColumns(from, until), asOf, verdicts);
        Assert.Equal(Counted(verdicts), rule.CountByStanding(new DayColumns(from, until), asOf));
        return [.. verdicts.Select(v => Answer.Of(rule, v))];
    }

    /// <summary>The rows of each table of groups by the rule of that table; those of none as objects.</summary>
    private Answer[] Pay(TierRule<PayPeriod> rule, PayPeriod[] facts, DateOnly asOf)
    {
        var answers = new Answer[facts.Length];
        var tables = rule.Tables.ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
        foreach (var group in facts.Index().GroupBy(f =>
            tables.Count == 0 ? rule : f.Item.Group is { } name && tables.TryGetValue(name, out var own) ? own : rule.Otherwise))
        {
            var said = group.Key is { } table
                ? Ratios(
                    table, [.. group.Select(f => f.Item)], asOf,
                    f => f.Period, f => (f.Actual, f.Target, f.TargetShare, f.TargetShareOf), _ => false,
                    f => table.Judge(f, asOf).Cause is var cause
                        && cause != Cause.NoPay
                        && cause != Cause.NegativePay
                        && cause != Cause.TooLarge
                        && cause != Cause.ImpossibleShare
                        && cause != Cause.OtherCurrency
                        && cause != Cause.BeforePolicy)
                : [.. group.Select(f => Answer.Of(rule, rule.Judge(f.Item, asOf)))];
            foreach (var (fact, answer) in group.Zip(said))
                answers[fact.Index] = answer;
        }

        return answers;
    }

    private List<Answer> Ratios<TFact, TView>(
        MeasuredRule<TFact> rule, IReadOnlyList<TView> facts, DateOnly asOf, Func<TView, Period> period,
        Func<TView, (decimal? Part, decimal? Whole, int? Share, int? Of)> ratio, Func<TView, bool> isLowerBetter, Func<TView, bool>? hasColumns = null)
        where TFact : class
    {
        var answers = new Answer[facts.Count];
        var taken = new List<(int Index, long Part, long Whole, int? Share, int? Of, bool IsLowerBetter)>();
        for (var i = 0; i < answers.Length; i++)
        {
            var (part, whole, share, of) = ratio(facts[i]);
            var begins = period(facts[i]).Start;
            var isIn = begins <= asOf && !(begins < rule.Info.EffectiveFrom);
            if (isIn && hasColumns?.Invoke(facts[i]) != false && Digits(part) is { } p && Digits(whole) is { } w)
                taken.Add((i, p, w, share, of, isLowerBetter(facts[i])));
            else
                answers[i] = Answer.Of(rule, rule.Judge((TFact)(object)facts[i]!, asOf));
        }

        foreach (var group in taken.GroupBy(t => (t.IsLowerBetter, HasShare: (t.Share ?? t.Of) is not null)))
        {
            long[] part = [.. group.Select(t => t.Part)], whole = [.. group.Select(t => t.Whole)];
            int[] share = [.. group.Select(t => t.Share ?? 0)], of = [.. group.Select(t => t.Of ?? 0)];
            var columns = group.Key.HasShare
                ? new RatioColumns(part, whole, share, of, group.Key.IsLowerBetter)
                : new RatioColumns(part, whole, group.Key.IsLowerBetter);
            var verdicts = new Verdict[part.Length];
            rule.Judge(columns, verdicts);
            Assert.Equal(Counted(verdicts), rule.CountByStanding(columns));
            foreach (var (row, verdict) in group.Zip(verdicts))
                answers[row.Index] = Answer.Of(rule, period(facts[row.Index]).End < asOf ? verdict : rule.VerdictOf(rule.WhileRunning(verdict.Grade)));

            inColumns += part.Length;
        }

        return [.. answers];
    }

    private static StandingCounts Counted(Verdict[] verdicts) => new(verdicts.Select(v => new StandingCount { Standing = v.Standing, Count = 1 }));

    private static long? Digits(decimal? number) => number switch
    {
        null => RatioColumns.Missing,
        { } n when Math.Abs(n) <= 90_000_000_000m && decimal.Remainder(n, Unit) == 0 => (long)(n / Unit),
        _ => null,
    };
}
