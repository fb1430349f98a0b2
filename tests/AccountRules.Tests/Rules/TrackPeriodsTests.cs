using AccountRules.Facts;
using AccountRules.Tests.Monitoring;

namespace AccountRules.Tests.Rules;

/// <summary>A track of a part of the facts: the periods, and the members before the first, are given.</summary>
public sealed class TrackPeriodsTests
{
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100, ExitThreshold = 80 }));
    private static readonly Period[] Quarter = [Period.Month(2026, 1), Period.Month(2026, 2), Period.Month(2026, 3)];
    private static readonly DateOnly Later = new(2026, 12, 31);

    [Theory]
    [InlineData(2500, 2000)]
    [InlineData(1000, 300)]
    public void Northwind_EachAccountAlone_WithThePeriodsGiven_IsTheWholeTrack(int entry, int exit)
    {
        var policy = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = entry, ExitThreshold = exit }));
        var (facts, asOf) = (NorthwindDays.Revenues, NorthwindDays.Last);
        var periods = new TrackPeriods(facts.Select(f => f.Period));
        var whole = policy.KeyAccount.Track(facts, asOf).ToLookup(a => a.Subject, Line);
        var accounts = facts.ToLookup(f => f.AccountId);
        Assert.Equal(89, accounts.Count);

        Assert.All(accounts, own =>
        {
            Assert.Equal(whole[own.Key], policy.KeyAccount.Track(own, asOf, periods).Select(Line));
            Assert.Equal(whole[own.Key], policy.KeyAccount.TrackSorted(own, asOf, periods).Select(Line));
            Assert.Equal(whole[own.Key], Watched(policy, asOf, own, periods).OrderBy(a => a.Period).Select(Line));
        });

        // What was wrong: without the periods, the same facts have another history.
        Assert.True(accounts.Count(own => !whole[own.Key].SequenceEqual(policy.KeyAccount.Track(own, asOf).Select(Line), StringComparer.Ordinal)) >= 38);
    }

    [Fact]
    public void Northwind_EachAccountAlone_WithThePeriodsGiven_HasTheWholeAgenda()
    {
        var policy = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 2500, ExitThreshold = 2000 }));
        var (facts, asOf) = (NorthwindDays.Revenues, new DateOnly(1998, 1, 15));
        var periods = new TrackPeriods(facts.Select(f => f.Period));
        var whole = new Agenda(asOf, days: 200).AddTrack(policy.KeyAccount, facts).Entries().ToLookup(e => e.Subject, e => e.ToString());
        Assert.Contains(whole, account => account.Count() > 2);

        Assert.All(facts.ToLookup(f => f.AccountId), own => Assert.Equal(
            whole[own.Key], new Agenda(asOf, days: 200).AddTrack(policy.KeyAccount, own, periods).Entries().Select(e => e.ToString())));
    }

    [Fact]
    public void FactsOfOneAccount_WithoutPeriods_SayThatOnlyTheirOwnAreKnown()
    {
        Assert.Equal(
            "Account A in 2026-01 has revenue 100: Key, from 100 until below 80; it stays; no periods are known but those of its own rows.",
            Assert.Single(Policy.KeyAccount.Track([Row("A", 0, 100)], Later)).Reason);
        Assert.All(
            Policy.KeyAccount.Track([Row("A", 0, 100)], Later, new(Quarter)).Concat(Policy.KeyAccount.Track([Row("A", 0, 100), Row("B", 0, 100)], Later)),
            a => Assert.DoesNotContain("own rows", a.Reason, StringComparison.Ordinal));
    }

    /// <summary>"A member's history before the first period of the data may be given."</summary>
    [Fact]
    public void MembersBefore_EnterStayAndLeaveInTheFirstPeriod()
    {
        var periods = new TrackPeriods(Quarter) { MembersBefore = ["left", "gone", "below", "stayed"] };
        AccountRevenue[] facts = [Row("entered", 0, 100), Row("stayed", 0, 80), Row("below", 0, 79), Row("outside", 0, 99), Row("left", 1, 99)];
        string[] first =
        [
            "below Left", "entered Entered", "gone Left", "left Left", "outside Outside", "stayed Stayed",
        ];
        Assert.Equal(first, Moves(Policy.KeyAccount.Track(facts, Later, periods)));
        Assert.Equal(first, Moves(Policy.KeyAccount.TrackSorted(facts.OrderBy(f => f.AccountId, StringComparer.Ordinal), Later, periods)));
        Assert.Equal(first, Moves(Watched(Policy, Later, facts, periods)));

        static IEnumerable<string> Moves(IEnumerable<Assessment> track) =>
            track.Where(a => a.Period == Quarter[0]).Select(a => $"{a.Subject} {a.Movement}").Order(StringComparer.Ordinal);
    }

    [Fact]
    public void MembersBefore_GivenAsNobody_LeavesNobodyStayed()
    {
        var nobody = new TrackPeriods(Quarter) { MembersBefore = [] };
        Assert.Equal(Movement.Entered, Assert.Single(Policy.KeyAccount.Track([Row("A", 2, 100)], Later, nobody)).Movement);
        Assert.Equal(Movement.Entered, Assert.Single(Policy.KeyAccount.Track([Row("A", 0, 100)], new(2026, 1, 1), nobody)).Movement);
    }

    /// <summary>A member without a row is an account all the same, and comes in its place among sorted ones.</summary>
    [Fact]
    public void MembersBefore_WithoutAnyFact_LeaveWithTheirAccount()
    {
        var periods = new TrackPeriods(Quarter) { MembersBefore = ["z", "a", "m"] };
        var track = Policy.KeyAccount.TrackSorted([Row("b", 1, 1), Row("m", 0, 90), Row("n", 2, 1)], Later, periods).ToArray();
        Assert.Equal(["a Left", "b Outside", "m Stayed", "m Left", "n Outside", "z Left"], track.Select(a => $"{a.Subject} {a.Movement}"));
        Assert.All(track, a => Assert.Equal(a.Subject, a.Account));
        Assert.Equal("Account a in 2026-01 has no row, which counts as 0; it leaves.", track[0].Reason);
        Assert.Equal(
            ["a Left", "m Left", "z Left"], Policy.KeyAccount.Track([], Later, periods).Select(a => $"{a.Subject} {a.Movement}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MembersBefore_OfARollingExport_GiveTheHistoryOfTheWhole()
    {
        var policy = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 2500, ExitThreshold = 2000 }));
        var whole = policy.KeyAccount.Track(NorthwindDays.Revenues, NorthwindDays.Last).ToArray();
        var last = new TrackPeriods(NorthwindDays.Revenues.Select(f => f.Period).Where(p => p.Start.Year == 1998))
        {
            MembersBefore = [.. whole.Where(a => a.Period == Period.Month(1997, 12) && a.Band == "Key").Select(a => a.Subject)],
        };
        Assert.NotEmpty(last.MembersBefore);

        Assert.Equal(
            whole.Where(a => a.Period!.Value.Start.Year == 1998).Select(Line).Order(StringComparer.Ordinal),
            policy.KeyAccount.Track(NorthwindDays.Revenues.Where(f => f.Period.Start.Year == 1998), NorthwindDays.Last, last)
                .Select(Line)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MembersBefore_WhoseRowCouldNotBeRead_HaveNotLeft()
    {
        var collector = Policy.KeyAccount.CollectTrack(Later, new(Quarter[..1]) { MembersBefore = ["A"] });
        collector.AddUnreadable("A");
        Assert.Equal(Cause.Unreadable, Assert.Single(collector.Assess()).Cause);
    }

    /// <summary>It may be of any period in which there is none, so that nobody knows whether the account entered then.</summary>
    [Fact]
    public void OneOutside_WhoseRowCouldNotBeRead_IsUndeterminedWhereItHasNone()
    {
        var collector = Policy.KeyAccount.CollectTrack(Later);
        foreach (var row in (AccountRevenue[])[Row("A", 0, 1), Row("A", 2, 1), Row("B", 0, 100), Row("B", 1, 100), Row("B", 2, 100), Row("C", 0, 1)])
            collector.Add(row);

        collector.AddUnreadable("A");
        Assert.Equal(
            ["A 2026-01 Outside", "A 2026-02 Unreadable", "A 2026-03 Outside", "C 2026-01 Outside"],
            collector.Assess().Where(a => a.Subject != "B").Select(a => $"{a.Subject} {a.Period} {a.Movement?.ToString() ?? a.Cause.Code}").Order());
    }

    [Fact]
    public void GivenPeriod_ThatBegins_IsOnTheAgendaWithoutAFactInIt() => Assert.Equal(
        "2026-02-01 A Stayed, 2026-02-01 A Left",
        string.Join(", ", new Agenda(new(2026, 1, 31), days: 10).AddTrack(Policy.KeyAccount, [Row("A", 0, 100)], new(Quarter)).Entries()
            .Select(e => $"{e.On:yyyy-MM-dd} {e.Subject} {e.After.Movement}")));

    [Fact]
    public void Monitor_WithGivenPeriods_TakesFurtherOnes_AndRefusesFactsFromBeforeTheMembers()
    {
        var monitor = new PolicyMonitor(
            Policy, Later, MonitoredRules.None.With(p => p.KeyAccount, new TrackPeriods(Quarter[1..2]) { MembersBefore = ["A"] }));
        monitor.Add(Row("A", 1, 80));
        Assert.Equal(
            "A Left",
            string.Join(", ", monitor.Add(Row("B", 2, 1)).Where(c => c.After?.Movement == Movement.Left).Select(c => $"{c.Subject} {c.After?.Movement}")));
        Assert.Equal(
            "AccountRevenue `C in 2026-01` is of a period before 2026-02, the first of those given, before which the members are given: "
            + "leave it out, or give the members before an earlier period. Rule `key-account`.",
            Assert.Throws<ArgumentException>(() => monitor.Add(Row("C", 0, 1))).Message);
        Assert.Single(monitor.TryAddRange([Row("C", 0, 1)]).Problems);
    }

    [Fact]
    public void Periods_ThatCannotBe_AreRefused()
    {
        Assert.Contains("default(Period)", Assert.Throws<ArgumentException>(() => new TrackPeriods([default])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "several kinds, such as 2026-01 and 2026,",
            Assert.Throws<ArgumentException>(() => new TrackPeriods(Period.Year(2026), Quarter[0]) { MembersBefore = [] }).Message,
            StringComparison.Ordinal);
        Assert.Contains("`A `", Assert.Throws<ArgumentException>(() => new TrackPeriods(Quarter) { MembersBefore = ["A "] }).Message, StringComparison.Ordinal);
        Assert.Contains(
            "2026-03, which is not among the periods given",
            Assert.Throws<ArgumentException>(() => Policy.KeyAccount.Track([Row("A", 2, 1)], Later, new(Quarter[..2]))).Message,
            StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(
            () => new PolicyMonitor(Policy, Later, MonitoredRules.None.With(p => p.ImprovementPlan, new TrackPeriods(Quarter))));
    }

    private static IEnumerable<Assessment> Watched(Policy policy, DateOnly asOf, IEnumerable<AccountRevenue> facts, TrackPeriods periods)
    {
        var monitor = new PolicyMonitor(policy, asOf, MonitoredRules.None.With(p => p.KeyAccount, periods));
        monitor.AddRange(facts);
        return monitor.Snapshot().FindAll("key-account");
    }

    private static AccountRevenue Row(string account, int period, decimal revenue) =>
        new() { AccountId = account, Period = Quarter[period], Revenue = revenue };

    private static string Line(Assessment a) =>
        $"{a.Subject} {a.Period} {a.Band} {a.Movement} {a.Reason}".Replace("; no periods are known but those of its own rows", "", StringComparison.Ordinal);
}
