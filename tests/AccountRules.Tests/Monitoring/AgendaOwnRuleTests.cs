using AccountRules.Facts;
using AccountRules.Tests.Language;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Monitoring;

/// <summary>Hosts' own rules, of shapes that the policy does not have: the agenda is compared with the rule asked anew each day.</summary>
public sealed class AgendaOwnRuleTests
{
    private static readonly DateOnly Day0 = new(2026, 3, 2);
    private static readonly RuleInfo Info = new("own");

    private static readonly Gen<DateOnly?> Dates = Gen.Frequency(
        (6, Gen.Choose(-40, 60).Select(d => (DateOnly?)Day0.AddDays(d))), (2, Gen.Constant<DateOnly?>(null)));

    private static readonly Gen<Ticket> Tickets =
        from id in Gen.Elements("a", "b", "c")
        from opened in Dates
        from closed in Dates
        select new Ticket(id, opened, closed);

    [Fact]
    public void TierOfDays_WhoseBandsHaveStandings_IsForetold() => Holds(
        new TierRule<Ticket>(
            Info,
            Ticket.Days,
            new Scale(
                Band.Lowest("A", Standing.Met), Band.From(5, "B", Standing.AtRisk), Band.Above(9, "C", Standing.AtRisk), Band.Above(20, "D", Standing.Missed)),
            Ticket.Facets));

    [Fact]
    public void DeadlineWhoseStandingsComeBack_IsForetold() => Holds(Deadline);

    [Fact]
    public void RollUpOfDeadlines_IsForetold() =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true), Prop.ForAll(Gen.ListOf(Tickets, 9).ToArbitrary(), tickets =>
        {
            var rule = new RollUpRule<Ticket>(
                Info,
                Deadline,
                [Standing.Overdue, Standing.OnTrack, Standing.Met],
                t => t.AtRisk > 0 ? Standing.Overdue : t.OnTrack > 0 ? Standing.OnTrack : t.Met > 1 ? Standing.Met : Standing.Undetermined);
            Follows(new Agenda(Day0, 90).Add(rule, tickets), day => rule.Assess(tickets, day));
        }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TrackOfFactsWithDatesOfTheirOwn_IsForetold(bool beginsBeforeItsPeriod)
    {
        var rows = from account in Gen.Elements("a", "b", "c")
                   from month in Gen.Choose(1, 5)
                   from revenue in Gen.Choose(0, 60)
                   select new AccountRevenue { AccountId = account, Period = Period.Month(2026, month), Revenue = revenue };
        var lifecycle = new Lifecycle<AccountRevenue>(
            [new("Out", Standing.OnTrack, "is out"), new("In", Standing.Met, "is in"), new("Top", Standing.Graded, "is at the top")],
            [
                new("Out", (r, d) => d >= Day0.AddDays((int)r.Revenue!.Value), "In"), new("In", (r, d) => r.Revenue > 40, "Top"),
                new("Top", (r, d) => r.Revenue < 20, "Out"),
            ])
        {
            Begins = beginsBeforeItsPeriod ? r => Day0.AddDays(-3) : null,
            Ends = r => Day0.AddDays((int)r.Revenue!.Value),
        };
        var rule = new LifecycleRule<AccountRevenue>(Info, lifecycle, new(r => r.AccountId) { Period = r => r.Period });
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true), Prop.ForAll(Gen.ListOf(rows, 9).ToArbitrary(), facts =>
            Follows(new Agenda(Day0, 90).AddTrack(rule, facts), day => rule.Track(facts, day))));
    }

    private static DeadlineRule<Ticket> Deadline { get; } = Ticket.Deadline(
        Band.Lowest("A", Standing.Met).Open(Standing.OnTrack),
        Band.From(3, "B", Standing.Late).Open(Standing.AtRisk),
        Band.Above(7, "C", Standing.Met).Open(Standing.AtRisk),
        Band.From(14, "D", Standing.Met).Open(Standing.OnTrack));

    private static void Holds(Rule<Ticket> rule) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true), Prop.ForAll(Tickets.ToArbitrary(), ticket =>
            Follows(new Agenda(Day0, 90).Add(rule, [ticket]), day => [rule.Assess(ticket, day)])));

    /// <summary>From day to day, what differs is what the agenda says. A row that is not there does not apply.</summary>
    private static void Follows(Agenda agenda, Func<DateOnly, IEnumerable<Assessment>> assess)
    {
        var entries = agenda.Entries();
        var before = Rows(assess(agenda.AsOf));
        for (var day = agenda.AsOf.AddDays(1); day <= agenda.Until; day = day.AddDays(1))
        {
            var after = Rows(assess(day));
            var changed = before.Keys.Union(after.Keys).Select(key => (key, From: before.GetValueOrDefault(key), To: after.GetValueOrDefault(key)))
                .Where(c => (c.From.Standing ?? Standing.NotApplicable) != (c.To.Standing ?? Standing.NotApplicable))
                .Select(c => $"{c.key.Subject} {c.key.Period} {c.From.Standing ?? Standing.NotApplicable} {c.From.Band} "
                    + $"{c.To.Standing ?? Standing.NotApplicable} {c.To.Band}");
            var told = entries.Where(e => e.On == day).Select(e => $"{e.Subject} {e.Period} {e.From} {e.Before.Band} {e.To} {e.After.Band}");
            Assert.Equal(changed.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
            before = after;
        }
    }

    private static Dictionary<(string Subject, Period? Period, int Nth), (Standing? Standing, string? Band)> Rows(IEnumerable<Assessment> assessments) =>
        assessments
            .GroupBy(a => (a.Subject, a.Period)).SelectMany(g => g.Select((a, i) => (Key: (g.Key.Subject, g.Key.Period, i), a)))
            .ToDictionary(r => r.Key, r => ((Standing?)r.a.Standing, r.a.Standing == Standing.NotApplicable ? null : r.a.Band));
}
