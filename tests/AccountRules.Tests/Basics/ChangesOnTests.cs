using System.Globalization;
using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck.Fluent;

namespace AccountRules.Tests.Basics;

/// <summary>The dates of the next change with no new data, checked day by day: none is missed, and they are those on which what is said changes.</summary>
public sealed class ChangesOnTests
{
    private const int Window = 200;

    public static TheoryData<string> Rules => ConformanceSuite.Rules;

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_AnyFact_ChangesOnTheFirstDayOfAnotherVerdict(string rule) => RuleCase.Of(rule).Accept(new Holding());

    [Fact]
    public void DeadlineWithFromCutsAndStandingsThatComeBack_ChangesOnTheFirstDayOfAnotherVerdict()
    {
        var rule = Ticket.Deadline(
            Band.Lowest("A", Standing.Met).Open(Standing.OnTrack),
            Band.From(0, "B", Standing.Met).Open(Standing.OnTrack),
            Band.From(3, "C", Standing.Late).Open(Standing.AtRisk),
            Band.Above(3, "D", Standing.Met).Open(Standing.AtRisk),
            Band.From(7, "E", Standing.Met).Open(Standing.OnTrack));
        foreach (var start in new[] { DateOnly.MinValue, new(2024, 2, 28), DateOnly.MaxValue.AddDays(-3), DateOnly.MaxValue })
        {
            for (var day = -2; day < 12; day++)
            {
                var asOf = Dates.Shift(start, day, Reach.Full);
                Check(rule, new Ticket("t", start, null), asOf);
                Check(rule, new Ticket("t", start, Dates.Shift(start, 3, Reach.Full)), asOf);
            }
        }
    }

    [Fact]
    public void HostsLifecycle_WithDatesOfItsOwn_ChangesOnTheFirstDayOfAnotherVerdict() => Holds((asOf, claim) => Check(Claim.Life, claim, asOf));

    [Fact]
    public void HostsDeadline_WhoseBandsShareAStanding_ChangesOnTheFirstDayOfAnotherVerdict() => Holds((asOf, claim) => Check(Claim.Aging, claim, asOf));

    [Fact]
    public void MappedRules_WhoseDatesAreComputed_ChangeOnTheFirstDayOfAnotherVerdict() => Holds((asOf, claim) =>
    {
        var row = new Claim.Row(claim, claim.DueOn.ToDateTime(new(23, 59)), new(claim.IsPriority ? claim.PaidOn : null));
        Check(Claim.LifeOfRow, row, asOf);
        Check(Claim.AgingOfRow, row, asOf);
    });

    [Fact]
    public void AgingDeadline_OverdueInAnotherBand_ChangesOnThatDayAndItsStandingNever()
    {
        var claim = new Claim("7", DueOn: new(2026, 3, 2));
        var a = Claim.Aging.Assess(claim, new(2026, 3, 10));
        Assert.Equal(("Days1To30", new DateOnly(2026, 4, 2), null), (a.Band, a.ChangesOn!.Value, a.StandingChangesOn));
        a = Claim.Aging.Assess(claim, new(2026, 3, 1));
        Assert.Equal((Cause.NotBegun, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2)), (a.Cause, a.ChangesOn!.Value, a.StandingChangesOn!.Value));
        a = Claim.Aging.Assess(claim with { PaidOn = new(2026, 4, 2) }, new(2026, 4, 1));
        Assert.Equal((new DateOnly(2026, 4, 2), new DateOnly(2026, 4, 2)), (a.ChangesOn!.Value, a.StandingChangesOn!.Value));
    }

    [Theory]
    [InlineData("9999-12-15", 1)]
    [InlineData("9999-12-31", 12)]
    [InlineData("9999-12-01", 2_000_000)]
    public void DatePastTheEndOfTheCalendar_NeverComes(string due, int grace)
    {
        var claim = new Claim("7", FiledOn: DateOnly.MinValue, DueOn: DateOnly.Parse(due, CultureInfo.InvariantCulture), Grace: grace);
        var on = claim.DueOn.AddDays(1 > DateOnly.MaxValue.DayNumber - claim.DueOn.DayNumber ? 0 : 1);
        var a = Claim.Life.Assess(claim, on);
        Assert.Equal((on == claim.DueOn ? "Due" : "Open", null), (a.Band, a.ChangesOn));
        Assert.Equal(a.Band, Claim.Life.Assess(claim).Band is "Due" ? "Due" : "Open");
    }

    [Fact]
    public void MonthPastTheCalendar_CountedBackIntoIt_IsThatDay()
    {
        var rule = new LifecycleRule<Claim>(
            new("back"),
            new(
                [new("Before", Standing.OnTrack, "is before"), new("Since", Standing.Met, "is since")],
                [new("Before", (c, asOf) => asOf >= c.DueOn.AddMonths(1).AddDays(-20), "Since")]),
            new(c => c.Id));
        var a = rule.Assess(new("7", DueOn: new(9999, 12, 15)), new(9999, 12, 25));
        Assert.Equal(("Before", new DateOnly(9999, 12, 26)), (a.Band, a.ChangesOn!.Value));
        Assert.Equal("Since", rule.Assess(new("7", DueOn: new(9999, 12, 15)), new(9999, 12, 26)).Band);
    }

    [Theory]
    [InlineData("2027-02-28", "2027-03-01")]
    [InlineData("2028-02-28", "2028-02-29")]
    public void YearsFrom29February_EndOnTheLastDayOfFebruary(string last, string changes)
    {
        var years = int.Parse(last[..4], CultureInfo.InvariantCulture) - 2024;
        var rule = new LifecycleRule<Claim>(
            new("years"),
            new(
                [new("Before", Standing.OnTrack, "is before"), new("Past", Standing.Met, "is past")],
                [new("Before", (c, asOf) => c.DueOn.AddYears(c.Grace) < asOf, "Past")]),
            new(c => c.Id));
        var a = rule.Assess(new("7", DueOn: new(2024, 2, 29), Grace: years), DateOnly.Parse(last, CultureInfo.InvariantCulture));
        Assert.Equal(("Before", years == 4 ? new DateOnly(2028, 3, 1) : DateOnly.Parse(changes, CultureInfo.InvariantCulture)), (a.Band, a.ChangesOn!.Value));
    }

    [Fact]
    public void TierOfDays_ChangesOnTheFirstDayOfAnotherVerdict()
    {
        var rule = new TierRule<Ticket>(
            Ticket.Info,
            Ticket.Days,
            new Scale(Band.Lowest("Young", Standing.OnTrack), Band.From(3, "Grown", Standing.AtRisk), Band.Above(5, "Old", Standing.Overdue)),
            Ticket.Shape);
        var start = new DateOnly(2024, 2, 28);
        for (var day = -2; day < 9; day++)
        {
            Check(rule, new Ticket("t", start, null), start.AddDays(day));
            Check(rule, new Ticket("t", start, start.AddDays(4)), start.AddDays(day));
        }
    }

    [Fact]
    public void DeadlineWhoseFirstCutIsFromDayZero_HasNoDayInTime()
    {
        var rule = Ticket.Deadline(Band.Lowest("Never", Standing.Met).Open(Standing.OnTrack), Band.From(0, "Always", Standing.Late).Open(Standing.Overdue));
        var a = rule.Assess(new("t", DateOnly.MinValue, null), DateOnly.MinValue);
        Assert.Equal((Standing.Overdue, null, null), (a.Standing, a.DueOn, rule.LimitDays));
        Assert.Equal("Ticket t is open for 0 days.", a.Reason);
    }

    [Fact]
    public void DueOn_OfAnyOrder_IsTheLastDayOnWhichFulfillingItIsMet() => FsCheck.Check.One(
        Generated.Cases(200),
        Prop.ForAll(Case<FteOrder>.Any(AnyFact.FteOrder, 10, Reach.Full).ToArbitrary(), c =>
        {
            var rule = c.Policy.FteFulfillment;
            foreach (var order in c.Facts.Select(order => order with { FulfilledOn = null }))
            {
                var a = rule.Assess(order, c.AsOf);
                Assert.True(a.DueOn is null || a.Cause == Cause.None);
                if (a.DueOn is not { } due)
                    continue;

                Assert.Equal(Standing.Met, rule.Judge(order with { FulfilledOn = due }, DateOnly.MaxValue).Standing);

                // On days that are not counted it is still in time.
                var (days, next) = (new DayReading(c.Policy.Terms, c.Policy.Terms.FteFulfillment.Calendar, order.Calendar, order.Pauses), due);
                while (next < DateOnly.MaxValue && days.Between(due, next) == 0)
                    next = next.AddDays(1);

                Assert.Equal(
                    next == due ? Standing.Met : days.Between(due, next) is null ? Standing.Undetermined : Standing.Late,
                    rule.Judge(order with { FulfilledOn = next }, DateOnly.MaxValue).Standing);
            }
        }));

    private static void Holds(Action<DateOnly, Claim> check) =>
        FsCheck.Check.One(Generated.Cases(1000), Prop.ForAll(
            (from asOf in Dates.AsOf(Reach.Full)
             from filed in Dates.Start(asOf, [0, 30, 60], Reach.Full)
             from paid in Dates.End(filed, asOf, [0, 30, 60], Reach.Full)
             from due in Gen.Frequency((5, Gen.Choose(-100, 100)), (2, Gen.Choose(-400, -150))).Select(days => Dates.Shift(asOf, days, Reach.Full))
             from grace in Gen.Choose(-14, 14)
             from priority in Gen.Elements(true, false)
             select (asOf, claim: new Claim("7", filed, paid, due, grace, priority))).ToArbitrary(), t => check(t.asOf, t.claim)));

    private sealed class Holding : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class => FsCheck.Check.One(
                Generated.Cases(20, rule.Id), Prop.ForAll(Case<TFact>.Any(rule.Fact, 50, Reach.Full).ToArbitrary(), c =>
                {
                    foreach (var one in c.Facts)
                        Check(rule.Rule(c.Policy), one, c.AsOf);
                }));
    }

    private static void Check<TFact>(Rule<TFact> rule, TFact fact, DateOnly asOf)
        where TFact : class
    {
        var now = rule.Assess(fact, asOf);
        var last = Dates.Shift(asOf, Window, Reach.Full);
        var turns = TurnsOf(rule, fact, asOf, last);
        DateOnly? changes = null, standingChanges = null;
        var before = now;
        for (var day = asOf; day < last;)
        {
            day = day.AddDays(1);
            var after = rule.Assess(fact, day);
            if (after.Verdict != before.Verdict && !turns.Contains(day))
                Assert.Fail($"{fact} is {before} up to {day:yyyy-MM-dd}, then {after}; found are {string.Join(", ", turns)}.");

            changes ??= Said(after) == Said(now) ? null : day;
            standingChanges ??= after.Standing == now.Standing ? null : day;
            before = after;
        }

        Assert.True(!now.IsProvisional || now.Period!.Value.End is var end && (end == DateOnly.MaxValue || now.ChangesOn <= end.AddDays(1)));
        Same(changes, now.ChangesOn, "changes");
        Same(standingChanges, now.StandingChangesOn, "changes its standing");
        Assert.True(
            now.ChangesOn is not { } on || (on > asOf && Said(rule.Assess(fact, on)) != Said(now)),
            $"{fact} as of {asOf:yyyy-MM-dd} does not change on {now.ChangesOn:yyyy-MM-dd}.");
        Assert.True(
            now.StandingChangesOn is not { } other || rule.Judge(fact, other).Standing != now.Standing,
            $"{fact} as of {asOf:yyyy-MM-dd} keeps its standing on {now.StandingChangesOn:yyyy-MM-dd}.");

        void Same(DateOnly? expected, DateOnly? found, string what) => Assert.True(
            expected is null ? found is null || found > last : found == expected,
            $"{fact} as of {asOf:yyyy-MM-dd} {what} on {expected:yyyy-MM-dd}, and the rule says {found:yyyy-MM-dd}.");
    }

    private static (Standing, Cause, string?, bool) Said(Assessment a) => (a.Standing, a.Cause, a.Band, a.IsProvisional);

    /// <summary>Each is found from the one before, and they ascend.</summary>
    private static HashSet<DateOnly> TurnsOf<TFact>(Rule<TFact> rule, TFact fact, DateOnly asOf, DateOnly last)
        where TFact : class
    {
        var turns = new HashSet<DateOnly>();
        var after = asOf;
        while (rule.NextTurn(fact, after) is { } turn && turn <= last)
        {
            Assert.True(turn > after, $"{turn} is found after {after}.");
            turns.Add(after = turn);
        }

        return turns;
    }
}
