using AccountRules.Facts;

namespace AccountRules.Tests.Evaluation;

/// <summary>What many facts cost in memory: nothing for a verdict or a count, whatever their number; a kept finding at most 64 bytes.</summary>
public sealed class BulkAllocationTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly DeadlineRule<FteOrder> Rule = Policy.Default.FteFulfillment;

    [Fact]
    public void Verdicts_OfManyFacts_AllocateNothing()
    {
        var (facts, verdicts) = (Orders(20_000), new Verdict[20_000]);
        Assert.Equal(0, Allocations.Of(() => Rule.Judge(facts, Day, verdicts)));
    }

    [Fact]
    public void Counts_OfManyFacts_AllocateWhatCountsOfFewDo()
    {
        FteOrder[] few = Orders(10), many = Orders(20_000);
        Assert.Equal(Allocations.Of(() => Rule.CountByStanding(few.AsSpan(), Day)), Allocations.Of(() => Rule.CountByStanding(many.AsSpan(), Day)));
        Assert.Equal(
            Allocations.Of(() => Rule.CountByStanding(few.ToList(), Day)) - Listed(few),
            Allocations.Of(() => Rule.CountByStanding(many.ToList(), Day)) - Listed(many));
    }

    [Fact]
    public void CountsByBand_OfManyFacts_AllocateWhatCountsOfFewDo()
    {
        FteOrder[] few = Orders(200), many = [.. Enumerable.Repeat(few, 100).SelectMany(orders => orders)];
        Assert.Equal(
            Allocations.Of(() => Assert.NotEmpty(Rule.CountByBand(few, Day))), Allocations.Of(() => Assert.NotEmpty(Rule.CountByBand(many, Day))));
    }

    [Fact]
    public void MappedRule_OverManyHosts_AllocatesNothing()
    {
        var mapped = Rule.For<Ticket>(t => new FteOrder { OrderId = t.Id, OrderedOn = t.OpenedOn, FulfilledOn = t.ClosedOn });
        var (hosts, verdicts) = (Enumerable.Range(0, 10_000).Select(i => new Ticket("1", Day.AddDays(-i % 120), null)).ToArray(), new Verdict[10_000]);
        Assert.Equal(0, Allocations.Of(() => mapped.Judge(hosts, Day, verdicts)));
    }

    [Fact]
    public void Pay_OfManyPeriods_AllocatesNothing()
    {
        var facts = Enumerable.Range(0, 10_000)
            .Select(i => new PayPeriod { EmployeeId = "1", Period = Period.Month(2026, 1), Target = 100m, Actual = i / 70m, CommittedPay = 1 })
            .ToArray();
        var verdicts = new Verdict[facts.Length];
        Assert.Equal(0, Allocations.Of(() => Policy.Default.PerformancePay.Judge(facts, Day, verdicts)));
    }

    [Fact]
    public void Columns_OfManyRows_AllocateWhatFewDo()
    {
        int[] from = [.. Enumerable.Repeat(Day.DayNumber - 80, 20_000)], until = [.. Enumerable.Repeat(DayColumns.Missing, 20_000)];
        var verdicts = new Verdict[20_000];
        Assert.Equal(
            Allocations.Of(() => Rule.Judge(new DayColumns(from.AsSpan(..64), until.AsSpan(..64)), Day, verdicts)),
            Allocations.Of(() => Rule.Judge(new DayColumns(from, until), Day, verdicts)));
    }

    [Fact]
    public void Finding_ThatIsKept_CostsAtMost64Bytes()
    {
        var facts = Orders(20_000);
        var found = Rule.FindAll(facts, Day, [Standing.OnTrack, Standing.AtRisk, Standing.Overdue]).Count();
        Assert.Equal(20_000, found);
        Assert.InRange(
            Allocations.Of(() => _ = Rule.FindAll(facts, Day, [Standing.OnTrack, Standing.AtRisk, Standing.Overdue]).Select(a => (object)a).ToArray().Length)
                / (decimal)found,
            24,
            64);
        Assert.InRange(
            Allocations.Of(() => _ = Rule.FindAll(facts, Day, [Standing.OnTrack, Standing.AtRisk, Standing.Overdue]).ToArray().Length) / (decimal)found,
            24,
            64);
    }

    private static long Listed(FteOrder[] facts) => Allocations.Of(() => _ = facts.ToList().Count);

    private static FteOrder[] Orders(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new FteOrder { OrderId = "1", OrderedOn = Day.AddDays(-(i % 100)) })];

    private sealed record Ticket(string Id, DateOnly OpenedOn, DateOnly? ClosedOn);
}
