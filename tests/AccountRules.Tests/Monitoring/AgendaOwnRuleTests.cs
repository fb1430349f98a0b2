using AccountRules.Facts;
using AccountRules.Tests.Generators;
using AccountRules.Tests.Basics;
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
            Ticket.Shape));

    [Fact]
    public void DeadlineWhoseStandingsComeBack_IsForetold() => Holds(Deadline);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RollUpOfDeadlines_IsForetold(bool areToldApart) =>
        FsCheck.Check.One(Generated.Cases(200), Prop.ForAll(Gen.ListOf(Tickets, 9).ToArbitrary(), tickets =>
        {
            // Told apart by their start, they make a group; told apart by nothing, they are copies of one fact.
            var rule = new RollUpRule<Ticket>(
                Info,
                areToldApart ? new(Ticket.Info, Ticket.Days, Deadline.Scale!, new FactShape<Ticket>(t => t.Id) { StartedOn = t => t.OpenedOn }) : Deadline,
                [Standing.Overdue, Standing.OnTrack, Standing.Met],
                t => t.AtRisk > 0 ? Standing.Overdue : t.OnTrack > 0 ? Standing.OnTrack : t.Met > 1 ? Standing.Met : Standing.Undetermined);
            Follows(new Agenda(Day0, 90).Add(rule, tickets), day => rule.Assess(tickets, day));
        }));

    [Fact]
    public void LifecycleWithDatesOfItsOwn_IsForetold() => Holds(Life);

    [Fact]
    public void AgingBuckets_AreForetoldBandByBandAndToldApart()
    {
        var entries = new Agenda(new DateOnly(2026, 3, 2), days: 90).Add(Claim.Aging, [new Claim("7", DueOn: new(2026, 3, 2))]).Entries();

        Assert.Equal(
            [
                "Changed claim OnTrack -> Overdue: Claim 7 becomes Overdue on 2026-03-03 unless it is paid by 2026-03-02.",
                "Moved claim Overdue -> Overdue: Claim 7 becomes Days31To60 on 2026-04-02 unless it is paid by 2026-04-01.",
                "Moved claim Overdue -> Overdue: Claim 7 becomes Over60 on 2026-05-02 unless it is paid by 2026-05-01.",
            ],
            entries.Select(e => $"{e.Kind} {e}"));
    }

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
                new("In", (r, d) => d > Day0.AddDays(30 + (int)r.Revenue!.Value), "Top"), new("Top", (r, d) => r.Revenue < 20, "Out"),
            ])
        {
            Begins = beginsBeforeItsPeriod ? r => Day0.AddDays(-3) : null,
        };
        var rule = new LifecycleRule<AccountRevenue>(Info, lifecycle, new(r => r.AccountId) { Period = r => r.Period });
        FsCheck.Check.One(Generated.Cases(200), Prop.ForAll(Gen.ListOf(rows, 9).ToArbitrary(), facts =>
            Follows(new Agenda(Day0, 90).AddTrack(rule, facts), day => rule.Track(facts, day))));
    }

    private static DeadlineRule<Ticket> Deadline { get; } = Ticket.Deadline(
        Band.Lowest("A", Standing.Met).Open(Standing.OnTrack),
        Band.From(3, "B", Standing.Late).Open(Standing.AtRisk),
        Band.Above(7, "C", Standing.Met).Open(Standing.AtRisk),
        Band.From(14, "D", Standing.Met).Open(Standing.OnTrack));

    private static LifecycleRule<Ticket> Life { get; } = new(
        Info,
        new([
            new("New", Standing.OnTrack, "is new"), new("Old", Standing.AtRisk, "is old"), new("Older", Standing.AtRisk, "is older"),
            new("Oldest", Standing.Overdue, "is oldest"),
        ],
            [
                new("New", (t, asOf) => t.OpenedOn!.Value.AddMonths(1) <= asOf && asOf != t.ClosedOn, "Oldest"),
                new("New", (t, asOf) => asOf > t.OpenedOn!.Value.AddDays(20), "Older"), new("New", (t, asOf) => asOf > t.OpenedOn!.Value.AddDays(10), "Old"),
            ])
        {
            Begins = t => t.OpenedOn,
        },
        Ticket.Shape);

    private static void Holds(Rule<Ticket> rule) =>
        FsCheck.Check.One(Generated.Cases(300), Prop.ForAll(Tickets.ToArbitrary(), ticket =>
            Follows(new Agenda(Day0, 90).Add(rule, [ticket]), day => [rule.Assess(ticket, day)])));

    /// <summary>From day to day, what differs is what the agenda says. A row that is not there does not apply.</summary>
    private static void Follows(Agenda agenda, Func<DateOnly, IEnumerable<Assessment>> assess)
    {
        var entries = agenda.Entries();
        var before = Rows(assess(agenda.AsOf));
        for (var day = agenda.AsOf.AddDays(1); day <= agenda.Until; day = day.AddDays(1))
        {
            var after = Rows(assess(day));
            var changed = before.Keys.Union(after.Keys).Select(key => (
                key, From: before.GetValueOrDefault(key, "NotApplicable NotBegun"), To: after.GetValueOrDefault(key, "NotApplicable NotBegun")))
                .Where(c => c.From != c.To)
                .Select(c =>
                    $"{c.key.Subject} {c.key.Period} {(c.From.Split(' ')[0] == c.To.Split(' ')[0] ? ChangeKind.Moved : ChangeKind.Changed)} {c.From} {c.To}");
            var told = entries.Where(e => e.On == day).Select(e => $"{e.Subject} {e.Period} {e.Kind} {Row(e.Before)} {Row(e.After)}");
            Assert.Equal(changed.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
            before = after;
        }
    }

    private static Dictionary<(string Subject, Period? Period, int Nth), string> Rows(IEnumerable<Assessment> assessments) => assessments
        .GroupBy(a => (a.Subject, a.Period)).SelectMany(g => g.Select((a, i) => (Key: (g.Key.Subject, g.Key.Period, i), a)))
        .ToDictionary(r => r.Key, r => Row(r.a));

    private static string Row(Assessment a) =>
        $"{a.Standing} {(a.Cause == Cause.None ? $"{a.Band} {a.Movement}" : a.Cause)}{(a.IsProvisional ? " so far" : "")}";
}
