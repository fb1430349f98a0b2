using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

/// <summary>Rules over a host's own classes.</summary>
public sealed class MappingTests
{
    private static readonly DateOnly Day = Rules.Dated.Start;
    private static readonly DeadlineRule<FteOrder> Fte = Policy.Default.FteFulfillment;
    private static readonly DeadlineRule<Ticket> Tickets = Ticket.Deadline(
        Band.Lowest("InTime", Standing.Met).Open(Standing.OnTrack), Band.Above(5, "TooLate", Standing.Late).Open(Standing.Overdue));

    [Fact]
    public void ObjectInitialiser_WithEveryMemberRead_Maps()
    {
        var a = Fte.For<Row>(r => new FteOrder { OrderId = r.Number, AccountId = r.Client, OrderedOn = r.Begin, FulfilledOn = r.End })
            .Assess(new Row { Begin = Day }, Day.AddDays(81));
        Assert.Equal(
            ("9", "C", Standing.AtRisk, (decimal?)81, Day.AddDays(90), Day.AddDays(91)), (a.Subject, a.Account, a.Standing, a.Value, a.DueOn, a.ChangesOn));
        Assert.Equal("Order 9 is open for 81 of 90 days, due 2026-05-31.", a.Reason);
    }

    [Fact]
    public void PositionalRecord_MadeByItsConstructor_Maps()
    {
        var rule = Tickets.For<Row>(r => new Ticket(r.Number, r.Begin, r.End, null, null));
        Assert.Equal([Standing.OnTrack, Standing.Overdue], new[] { 5, 6 }.Select(days => rule.Judge(new Row { Begin = Day }, Day.AddDays(days)).Standing));
        Assert.Equal(Standing.Late, rule.Judge(new Row { Begin = Day, End = Day.AddDays(6) }, Day.AddDays(6)).Standing);
    }

    [Fact]
    public void PropertyThatIsAFact_Maps()
    {
        var rule = Tickets.For<Holder>(h => h.Ticket);
        Assert.Equal(
            ("t", Standing.Overdue),
            (rule.Assess(new(new("t", Day, null)), Day.AddDays(6)).Subject, rule.Judge(new(new("t", Day, null)), Day.AddDays(6)).Standing));
    }

    [Fact]
    public void PropertyOfAPropertyThatIsAFact_Maps() =>
        Assert.Equal("t", Tickets.For<Outer>(o => o.Holder.Ticket).Assess(new(new(new("t", Day, null))), Day).Subject);

    [Fact]
    public void FactItself_Maps() => Assert.Equal("t", Tickets.For<Ticket>(t => t).Assess(new("t", Day, null), Day).Subject);

    [Fact]
    public void DerivedFact_Maps() =>
        Assert.Equal("7", Fte.For<Boxed>(b => (FteOrder)b.Content).Assess(new(new FteOrder { OrderId = "7", OrderedOn = Day }), Day).Subject);

    [Fact]
    public void NestedMembersAndComputedOnes_Map()
    {
        var prefix = "T-";
        var rule = Tickets.For<Outer>(o => new Ticket(
            prefix + o.Holder.Ticket.Id, o.Holder.Ticket.OpenedOn!.Value.AddDays(1), o.Holder.Ticket.ClosedOn, null, null));
        var outer = new Outer(new(new("t", Day, null)));
        Assert.Equal(
            ("T-t", (decimal?)5, Standing.OnTrack),
            (rule.Assess(outer, Day.AddDays(6)).Subject, rule.Assess(outer, Day.AddDays(6)).Value, rule.Judge(outer, Day.AddDays(6)).Standing));
    }

    [Fact]
    public void HostWithDatesThatAreNeverMissing_Maps()
    {
        var rule = Tickets.For<Strict>(s => new Ticket(s.Id, s.Begin, s.End, null, null));
        Assert.Equal(
            [Standing.NotApplicable, Standing.OnTrack, Standing.Overdue, Standing.Late],
            new[] { -1, 5, 6, 8 }.Select(days => rule.Judge(new("t", Day, Day.AddDays(8)), Day.AddDays(days)).Standing));
        Assert.Equal(Cause.EndBeforeStart, rule.Judge(new("t", Day, Day.AddDays(-1)), Day).Cause);
    }

    [Fact]
    public void MappedTier_PaysFromTheHostsOwnNumbers()
    {
        var rule = Policy.Default.PerformancePay.For<Pay>(
            p => new PayPeriod { EmployeeId = p.Who, Period = Period.Quarter(2026, 1), Target = p.Goal, Actual = p.Done, CommittedPay = p.Bonus });
        var a = rule.Assess(new("ann", 100, 90, 500.55m));
        Assert.Equal(("Full", (decimal?)500.55m, "2026-Q1"), (a.Band, a.Payable, a.Period.ToString()));
    }

    [Fact]
    public void MemberThatTheRuleReadsAndNobodyMapped_IsNamedAtConstruction()
    {
        var thrown = Assert.Throws<ArgumentException>(() => Fte.For<Row>(r => new FteOrder { OrderId = r.Number, OrderedOn = r.Begin }));
        Assert.Equal(
            "The mapping from Row to FteOrder cannot be used: `FulfilledOn` is read by the rule and not mapped. "
            + "Bind it in `o => new FteOrder { FulfilledOn = … }`.",
            thrown.Message);
    }

    [Fact]
    public void MemberThatOnlyAFacetReads_MayBeLeftOut() =>
        Assert.Null(
            Fte.For<Row>(r => new FteOrder { OrderId = r.Number, OrderedOn = r.Begin, FulfilledOn = r.End }).Assess(new Row { Begin = Day }, Day).Account);

    [Fact]
    public void MethodCall_AsAMapping_IsRefusedWithTheWaysThatAre()
    {
        var thrown = Assert.Throws<ArgumentException>(() => Tickets.For<Row>(r => r.ToTicket()));
        Assert.Contains("`r.ToTicket()`, which cannot be read member by member: write it as `o => new Ticket { … }`", thrown.Message, StringComparison.Ordinal);
    }

    private sealed class Row
    {
        public string Number { get; init; } = "9";

        public string? Client { get; init; } = "C";

        public DateOnly? Begin { get; init; }

        public DateOnly? End { get; init; }

        public Ticket ToTicket() => new(Number, Begin, End);
    }

    private sealed record Holder(Ticket Ticket);

    private sealed record Outer(Holder Holder);

    private sealed record Boxed(object Content);

    private sealed record Strict(string Id, DateOnly Begin, DateOnly End);

    private sealed record Pay(string Who, decimal Goal, decimal Done, decimal Bonus);
}
