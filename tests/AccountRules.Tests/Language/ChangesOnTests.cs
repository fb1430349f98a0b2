using AccountRules.Catalogue;
using AccountRules.Facts;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Language;

/// <summary>The date of the next change with no new data, checked day by day.</summary>
public sealed class ChangesOnTests
{
    private const int Window = 200;

    [Fact]
    public void FteOrder_AnyFact_ChangesOnTheFirstDayOfAnotherStanding() => Holds(AnyFact.FteOrder, p => p.FteFulfillment);

    [Fact]
    public void RegistryItem_AnyFact_ChangesOnTheFirstDayOfAnotherStanding() => Holds(AnyFact.RegistryItem, p => p.RegistryClosure);

    [Fact]
    public void KpiResult_AnyFact_ChangesOnTheFirstDayOfAnotherStanding() => Holds(AnyFact.KpiResult, p => p.KpiAttainment);

    [Fact]
    public void AccountRevenue_AnyFact_ChangesOnTheFirstDayOfAnotherStanding() => Holds(AnyFact.AccountRevenue, p => p.KeyAccount);

    [Fact]
    public void PayPeriod_AnyFact_ChangesOnTheFirstDayOfAnotherStanding() => Holds(AnyFact.PayPeriod, p => p.PerformancePay);

    [Fact]
    public void ImprovementPlan_AnyFact_ChangesOnTheFirstDayOfAnotherStanding() => Holds(AnyFact.ImprovementPlan, p => p.ImprovementPlan);

    [Fact]
    public void DeadlineWithFromCutsAndStandingsThatComeBack_ChangesOnTheFirstDayOfAnotherStanding()
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
    public void TierOfDays_ChangesOnTheFirstDayOfAnotherStanding()
    {
        var rule = new TierRule<Ticket>(
            Ticket.Info,
            Ticket.Days,
            new Scale(Band.Lowest("Young", Standing.OnTrack), Band.From(3, "Grown", Standing.AtRisk), Band.Above(5, "Old", Standing.Overdue)),
            Ticket.Facets);
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
        Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true),
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
                Assert.Equal(
                    due == DateOnly.MaxValue ? Standing.Met : Standing.Late,
                    rule.Judge(order with { FulfilledOn = Dates.Shift(due, 1, Reach.Full) }, DateOnly.MaxValue).Standing);
            }
        }));

    private static void Holds<TFact>(Func<PolicyTerms, DateOnly, Reach, Gen<TFact>> fact, Func<Policy, Rule<TFact>> rule)
        where TFact : class => FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60).WithQuietOnSuccess(true), Prop.ForAll(Case<TFact>.Any(fact, 25, Reach.Full).ToArbitrary(), c =>
            {
                foreach (var one in c.Facts)
                    Check(rule(c.Policy), one, c.AsOf);
            }));

    private static void Check<TFact>(Rule<TFact> rule, TFact fact, DateOnly asOf)
        where TFact : class
    {
        var now = rule.Assess(fact, asOf);
        var last = Dates.Shift(asOf, Window, Reach.Full);
        DateOnly? first = null;
        for (var day = asOf; day < last && first is null; day = day.AddDays(1))
        {
            if (rule.Assess(fact, day.AddDays(1)).Standing != now.Standing)
                first = day.AddDays(1);
        }

        var found = now.ChangesOn;
        Assert.True(
            first is null ? found is null || found > last : found == first,
            $"{fact} as of {asOf:yyyy-MM-dd} changes on {first:yyyy-MM-dd}, and the rule says {found:yyyy-MM-dd}.");
        Assert.True(
            found is null || (found > asOf && rule.Judge(fact, found.Value).Standing != now.Standing),
            $"{fact} as of {asOf:yyyy-MM-dd} does not change on {found:yyyy-MM-dd}.");
    }
}
