using System.Collections.Immutable;
using AccountRules.Facts;

namespace AccountRules.Tests.Evaluation;

public sealed class BulkAssessmentTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly DeadlineRule<FteOrder> Rule = Policy.Default.FteFulfillment;

    /// <summary>Orders open for 0, 1, 2 … 99 days and again: 75 of each hundred are on track (0 to 75 is 76), 15 at risk, 9 overdue.</summary>
    private static FteOrder[] Orders(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new FteOrder { OrderId = $"{i}", OrderedOn = Day.AddDays(-(i % 100)) })];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(4095)]
    [InlineData(4097)]
    [InlineData(50_000)]
    public void Counts_OfAnyNumberOfFacts_AreTheDaysThatThePolicyCounts(int count)
    {
        var (onTrack, atRisk, overdue) = (
            Enumerable.Range(0, count).Count(i => i % 100 <= 75), Enumerable.Range(0, count).Count(i => i % 100 is >= 76 and <= 90),
            Enumerable.Range(0, count).Count(i => i % 100 > 90));
        foreach (var counts in AllCounts(Orders(count)))
            Assert.Equal((onTrack, atRisk, overdue, count), (counts[Standing.OnTrack], counts[Standing.AtRisk], counts[Standing.Overdue], counts.Total));
    }

    private static IEnumerable<StandingCounts> AllCounts(FteOrder[] orders) =>
    [
        Rule.CountByStanding(orders.AsSpan(), Day),
        Rule.CountByStanding((IEnumerable<FteOrder>)orders, Day),
        Rule.CountByStanding(orders.ToList(), Day),
        Rule.CountByStanding(orders.ToImmutableArray(), Day),
        Rule.CountByStanding(orders.Select(o => o), Day),
        Rule.CountByStanding(orders.ToList(), Day, degreeOfParallelism: 3),
        Rule.CountByStanding(orders.Select(o => o), Day, degreeOfParallelism: -1),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task Findings_OnAnyNumberOfThreads_AreTheSameInTheSameOrder(int threads)
    {
        var orders = Orders(60_000);
        string[] late = [.. orders.Where(o => Day.DayNumber - o.OrderedOn!.Value.DayNumber > 90).Select(o => o.OrderId)];
        Assert.Equal(late, Rule.FindAll(orders, Day, [Standing.Overdue], threads).Select(a => a.Subject));
        Assert.Equal(late, Rule.FindAll(orders.Select(o => o), Day, [Standing.Overdue], threads).Select(a => a.Subject));
        Assert.Equal(orders.Select(o => o.OrderId), Rule.Assess(orders.ToList(), Day, threads).Select(a => a.Subject));

        Assert.Equal(late, await Subjects(Rule.FindAllAsync(Stream(orders), Day, [Standing.Overdue], threads)));
        Assert.Equal(orders.Select(o => o.OrderId), await Subjects(Rule.AssessAsync(Stream(orders), Day, threads)));
        Assert.Equal(Rule.CountByStanding(orders, Day), await Rule.CountByStandingAsync(Stream(orders), Day, threads));

        var verdicts = new Verdict[orders.Length + 1];
        Rule.Judge(orders.AsMemory(), Day, verdicts.AsMemory(), threads);
        Assert.Equal(orders.Select(o => Rule.Judge(o, Day)).Append(default), verdicts);
    }

    [Fact]
    public void Findings_OfStandingsNamed_ComeInTheOrderOfTheFacts() =>
        Assert.Equal(
            ["76", "90", "91"],
            Rule.FindAll([.. Orders(92)], Day, [Standing.Overdue, Standing.AtRisk]).Select(a => a.Subject).Where(s => s is "76" or "90" or "91"));

    [Fact]
    public void Finding_InALiveStream_ComesBeforeTheNextFactIsTaken()
    {
        var taken = 0;
        IEnumerable<FteOrder> Live()
        {
            foreach (var order in Orders(100).Reverse())
            {
                taken++;
                yield return order;
            }
        }

        Assert.Equal("99", Rule.FindAll(Live(), Day, [Standing.Overdue]).First().Subject);
        Assert.Equal(1, taken);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(126)]
    [InlineData(17_000)]
    [InlineData(39_999)]
    public void Fact_ThatIsNull_IsNamedByItsPlace(int at)
    {
        var orders = Orders(40_000);
        orders[at] = null!;
        var says = $"The fact at index {at} is null: leave it out.";
        Action[] ways =
        [
            () => Rule.CountByStanding(orders.AsSpan(), Day),
            () => Rule.CountByStanding(orders.ToList(), Day, degreeOfParallelism: 2),
            () => Rule.CountByStanding(orders.Select(o => o), Day),
            () => Rule.Judge(orders, Day, new Verdict[40_000]),
            () => Rule.Judge(orders.AsMemory(), Day, new Verdict[40_000].AsMemory(), degreeOfParallelism: 2),
            () => _ = Rule.Assess(orders.Select(o => o), Day).Count(),
            () => _ = Rule.FindAll(orders, Day, [Standing.Met], degreeOfParallelism: 2).Count(),
        ];
        foreach (var way in ways)
            Assert.StartsWith(says, Assert.Throws<ArgumentException>(way).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17_000)]
    public void Fact_ThatFailsWhenItIsRead_IsNamedWithRuleSubjectAndIndex(int at)
    {
        var rule = Rule.For<Holder>(h => new FteOrder { OrderId = h.Id, OrderedOn = h.Order!.OrderedOn, FulfilledOn = null });
        var holders = Enumerable.Range(0, 20_000).Select(i => new Holder(i == at ? null : new FteOrder { OrderId = "", OrderedOn = Day }, $"h{i}")).ToArray();
        Action[] ways =
        [
            () => rule.CountByStanding(holders.AsSpan(), Day),
            () => rule.CountByStanding(holders.ToList(), Day, degreeOfParallelism: 2),
            () => rule.Judge(holders, Day, new Verdict[20_000]),
            () => _ = rule.Assess(holders.Select(h => h), Day).Count(),
            () => _ = rule.FindAll(holders, Day, [Standing.Met], degreeOfParallelism: 2).Count(),
        ];
        foreach (var way in ways)
        {
            Assert.StartsWith(
                $"Holder `h{at}` could not be read by rule `fte-fulfillment`, index {at}: Holder.Order is missing",
                Assert.Throws<InvalidOperationException>(way).Message,
                StringComparison.Ordinal);
        }

        Assert.StartsWith(
            "Holder.Order is missing", Assert.Throws<InvalidOperationException>(() => rule.Judge(holders[at], Day)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FactOfMany_ThatFailsWhereFactsCountTogether_IsNamedToo()
    {
        var month = Policy.Default.KpiMonth.Over(Policy.Default.KpiAttainment.For<Holder>(h => new KpiResult
        {
            EmployeeId = h.Id,
            Kpi = "calls",
            Period = Period.Month(2026, 5),
            Target = h.Order!.Headcount,
            Actual = 1,
        }));
        var account = Policy.Parse("""{ "keyAccount": { "entryThreshold": 1 } }""").KeyAccount.For<Holder>(h => new AccountRevenue
        {
            AccountId = h.Id,
            Period = Period.Month(2026, 5),
            Revenue = h.Order!.Headcount,
        });
        var retention = Policy.Default.Retention.For<AccountRevenue, Holder>(h => new AccountRevenue
        {
            AccountId = h.Order is null ? throw new InvalidOperationException("Holder.Order is missing") : h.Id,
            Period = Period.Month(2026, 5),
            Revenue = 1,
        });
        var order = Policy.Default.FteFulfillment.For<Holder>(h => new FteOrder { OrderId = h.Id, OrderedOn = h.Order!.OrderedOn, FulfilledOn = null });
        Holder[] holders = [new(new FteOrder { OrderId = "", OrderedOn = Day }, "a"), new(null, "b")];
        (string, Action)[] asked =
        [
            ("kpi-month", () => _ = month.Assess(holders, Day).Count()),
            ("kpi-month", () => _ = month.AssessSorted(holders, Day).Count()),
            ("kpi-month", () => new Agenda(Day, 9).Add(month, holders)),
            ("key-account", () => _ = account.Track(holders, Day).Count()),
            ("key-account", () => new Agenda(Day, 9).AddTrack(account, holders)),
            ("fte-fulfillment", () => new Agenda(Day, 9).Add(order, holders)),
        ];
        Assert.StartsWith(
            "Holder could not be read by rule `retention`, index 1: Holder.Order is missing",
            Assert.Throws<InvalidOperationException>(() => retention.Collect(Day).AddRange(holders)).Message,
            StringComparison.Ordinal);
        foreach (var (id, ask) in asked)
        {
            Assert.StartsWith(
                $"Holder `b` could not be read by rule `{id}`, index 1: Holder.Order is missing",
                Assert.Throws<InvalidOperationException>(ask).Message,
                StringComparison.Ordinal);
        }

        holders[1] = null!;
        foreach (var ask in asked.Select(one => one.Item2).Append(() => retention.Collect(Day).AddRange(holders)))
        {
            Assert.StartsWith("The fact at index 1 is null: leave it out.", Assert.Throws<ArgumentException>(ask).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Work_ThatIsCancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var orders = Orders(40_000);
        Assert.Throws<OperationCanceledException>(() => Rule.CountByStanding(orders.AsSpan(), Day, stop.Token));
        Assert.Throws<OperationCanceledException>(() => Rule.CountByStanding(orders, Day, degreeOfParallelism: 2, stop.Token));
        Assert.Throws<OperationCanceledException>(() => Rule.Judge(orders, Day, new Verdict[40_000], stop.Token));
        Assert.Throws<OperationCanceledException>(() => Rule.FindAll(orders, Day, [Standing.Met], degreeOfParallelism: 1, stop.Token).Count());
    }

    [Fact]
    public void Work_CancelledOnTheWay_HasGivenWhatCameBefore()
    {
        using var stop = new CancellationTokenSource();
        var seen = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in Rule.Assess(Orders(5_000), Day, cancellationToken: stop.Token))
            {
                if (++seen == 10)
                    stop.Cancel();
            }
        });
        Assert.InRange(seen, 10, 4_999);
    }

    [Fact]
    public void Judge_WithTooLittleRoom_SaysHowMuchThereIs() =>
        Assert.StartsWith("There is room for 2 verdicts and there are 3 facts: give a buffer as long as the facts.",
            Assert.Throws<ArgumentException>(() => Rule.Judge(Orders(3), Day, new Verdict[2])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void DegreeOfParallelism_BelowOne_IsRefusedAtOnce(int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rule.Assess(Orders(3), Day, threads));

    [Fact]
    public void List_ChangedWhileItIsAssessed_IsRefused()
    {
        var list = Orders(3_000).ToList();
        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var _ in Rule.Assess(list, Day))
                list.Add(list[0]);
        });
    }

    [Fact]
    public void Counts_OfPartitions_AddUp()
    {
        var (one, other) = (Rule.CountByStanding(Orders(60), Day), Rule.CountByStanding(Orders(95), Day));
        Assert.Equal("OnTrack 136, AtRisk 15, Overdue 4", (one + other).ToString());
        Assert.Equal(one + other, new StandingCounts([.. one, .. other]));
        Assert.NotEqual(one, other);
    }

    private static async Task<List<string>> Subjects(IAsyncEnumerable<Assessment> assessments)
    {
        var subjects = new List<string>();
        await foreach (var assessment in assessments)
            subjects.Add(assessment.Subject);

        return subjects;
    }

    private static async IAsyncEnumerable<FteOrder> Stream(IEnumerable<FteOrder> orders)
    {
        await Task.Yield();
        foreach (var order in orders)
            yield return order;
    }

    private sealed record Holder(FteOrder? Order, string Id);
}
