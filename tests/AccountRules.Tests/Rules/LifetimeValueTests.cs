using System.Numerics;
using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Rules;

/// <summary>The total worth of a customer over the whole period they remain (duties, Key Terms).</summary>
public sealed class LifetimeValueTests
{
    private static readonly DateOnly Day = new(2026, 3, 15);

    private static GatheredRule<LifetimeValue> Rule => Tested.Policy.LifetimeValue;

    [Fact]
    public void Accounts_OfSeveralPeriods_HaveSumRankAndShareOfAll()
    {
        var found = Assess(
            ("A", "2025-12", 100), ("A", "2026-01", 50), ("B", "2026-01", 150), ("C", "2024", 99.5m), ("C", "2026-02", 0.5m), ("D", "2026-01", 0));
        Assert.Equal(
            [("A", 150m, 1, 0.375m), ("B", 150m, 1, 0.375m), ("C", 100m, 3, 0.25m), ("D", 0m, 4, 0m)],
            found.Select(a => (a.Subject, a.Value!.Value, (int)a.Detail("rank")!, (decimal)a.Detail("share")!)));
        Assert.All(found, a => Assert.Equal((Standing.Graded, "Counted", 4, "A".Length), (a.Standing, a.Band, a.Detail("accounts"), a.Account!.Length)));
        Assert.Equal("Account A is worth 150 in all, periods: 2, rank: 1 of 4, share of the total: 0.375.", found[0].Reason);
    }

    [Fact]
    public void Share_WithoutAnEnd_IsCutOffInWords() =>
        Assert.EndsWith("share of the total: 0.33….", Assess(("A", "2026-01", 1), ("B", "2026-01", 2))[0].Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-02-28", 100, "2026-02")]
    [InlineData("2026-03-01", 107, "2026-03")]
    [InlineData("2026-03-31", 107, "2026-03")]
    [InlineData("2026-04-01", 107, null)]
    public void Period_CountsFromItsFirstDay_AndIsMarkedWhileItRuns(string asOf, int sum, string? running)
    {
        var a = Assert.Single(Rule.Collect(Dated.Day(asOf)).AddRange([Revenue("A", "2026-02", 100), Revenue("A", "2026-03", 7)]).Assess());
        Assert.Equal(((decimal)sum, running), (a.Value, a.Detail("running")?.ToString()));
    }

    [Fact]
    public void Account_OfPeriodsToCome_IsNotApplicable_AndRanksNowhere()
    {
        var found = Assess(("A", "2026-01", 1), ("B", "2026-04", 5));
        Assert.Equal([(Standing.Graded, 1), (Standing.NotApplicable, null)], found.Select(a => (a.Standing, (int?)a.Detail("rank"))));
        Assert.Equal((1, 1m), ((int)found[0].Detail("accounts")!, (decimal)found[0].Detail("share")!));
        Assert.Equal("Account B has no period that has begun.", found[1].Reason);
    }

    [Fact]
    public void Account_WithAPeriodWithoutRevenue_IsUndetermined_AndLeavesNoRankToAny()
    {
        var found = Assess(("A", "2026-01", 1), ("A", "2026-02", null), ("B", "2026-01", 5));
        Assert.Equal([(Standing.Undetermined, "PeriodWithoutRevenue"), (Standing.Graded, "None")], found.Select(a => (a.Standing, a.Cause.Code)));
        Assert.Equal((null, null, 1, 5m), (found[1].Detail("rank"), found[1].Detail("share"), found[1].Detail("unknown"), found[1].Value));
        Assert.Equal("Account B is worth 5 in all, periods: 1; no rank or share, since accounts without a known sum: 1.", found[1].Reason);
    }

    [Theory]
    [InlineData("2026", "2026-01", true)]
    [InlineData("2026-Q1", "2026-01", true)]
    [InlineData("2025", "2026-01", false)]
    [InlineData("2026-01", "2026-02", false)]
    public void Account_OfPeriodsThatShareDays_IsUndetermined(string one, string other, bool shares) => Assert.Equal(
        shares ? "PeriodsOverlap" : "None", Assert.Single(Assess(("A", one, 1), ("A", other, 2))).Cause.Code);

    [Fact]
    public void Row_ThatIsThereTwiceWithAnotherAmount_LeavesTheSumAndAllRanksOpen()
    {
        var found = Assess(("A", "2026-01", 1), ("A", "2026-01", 2), ("B", "2026-01", 5));
        Assert.Equal([Cause.Duplicate, Cause.None], found.Select(a => a.Cause));
        Assert.Equal((null, 1), (found[1].Detail("rank"), found[1].Detail("unknown")));
        Assert.Equal([1, 2], Assess(("A", "2026-01", 1), ("A", "2026-01", 1), ("B", "2026-01", 0)).Select(a => a.Detail("rank")));
    }

    [Fact]
    public void RowsThatCannotBeRead_LeaveTheirSumsAndAllRanksOpen()
    {
        var collector = Rule.Collect(Day).AddRange([Revenue("A", "2026-01", 1), Revenue("B", "2026-01", 5)]);
        collector.AddUnreadable(Revenue("A", "2026-02", null));
        Assert.Equal([(Cause.Unreadable, (int?)1), (Cause.None, 1)], collector.Assess().Select(a => (a.Cause, (int?)a.Detail("unknown"))));

        // One of an account of which nothing else is there, and one of a subject alone.
        collector = Rule.Collect(Day).AddRange([Revenue("A", "2026-01", 1)]);
        collector.AddUnreadable(Revenue("X", "2026-02", null));
        collector.AddUnreadable("X");
        collector.AddUnreadable("Y");
        Assert.Equal(["A", "X"], collector.Assess().Select(a => a.Subject));
        Assert.Equal([Cause.None, Cause.Unreadable], collector.Assess().Select(a => a.Cause));
        Assert.Equal((2, null), (collector.Assess().First().Detail("unknown"), collector.Assess().First().Detail("share")));
        collector.AddUnreadable(subject: null);
        Assert.All(collector.Assess(), a => Assert.Equal(Cause.Unreadable, a.Cause));
    }

    [Fact]
    public void Total_OfZeroOrLess_HasRanksAndNoShares() => Assert.Equal(
        [(2, null), (1, null)], Assess(("A", "2026-01", -5), ("B", "2026-01", 5)).Select(a => ((int)a.Detail("rank")!, (decimal?)a.Detail("share"))));

    [Fact]
    public void Sum_ThatNoDecimalHolds_IsUndetermined() => Assert.Equal(
        [Cause.TooLarge, Cause.None],
        Assess(("A", "2026-01", decimal.MaxValue), ("A", "2026-02", 1), ("B", "2026-01", decimal.MaxValue)).Select(a => a.Cause));

    [Theory]
    [InlineData("99.99", "Low")]
    [InlineData("100", "Gold")]
    [InlineData("100.01", "Gold")]
    [InlineData("999.99", "Gold")]
    [InlineData("1000", "Top")]
    public void Sum_IsInTheBandThatItReaches(string sum, string band)
    {
        var policy = Banded([new() { Name = "Low" }, new() { Name = "Gold", From = 100 }, new() { Name = "Top", From = 1000 }]);
        var a = Assert.Single(
            policy.LifetimeValue.Collect(Day).AddRange([Revenue("A", "2026-01", Dated.Number(sum) - 1), Revenue("A", "2026-02", 1)]).Assess());
        Assert.Equal((Standing.Graded, band), (a.Standing, a.Band));
    }

    [Fact]
    public void Periods_FromBeforeThePolicy_CountToo()
    {
        var policy = new Policy(new PolicyTerms { EffectiveFrom = new(2026, 2, 1) });
        Assert.Equal(3, Assert.Single(policy.LifetimeValue.Collect(Day).AddRange([Revenue("A", "2020", 1), Revenue("A", "2026-02", 2)]).Assess()).Value);
    }

    [Fact]
    public void Bands_ThatDoNotRise_AreRefusedEachWithItsPlace()
    {
        var problems = Assert.Throws<PolicyException>(() => Banded(
        [
            new() { Name = "Low", From = 1 }, new() { Name = "Gold" }, new() { Name = "Top", From = 5 }, new() { Name = "Top", From = 5 },
        ])).Problems.Select(p => $"{p.Path}: {p.Found}");
        Assert.Equal(
            [
                "$.lifetimeValue.bands[0].from: 1", "$.lifetimeValue.bands[1]: no from", "$.lifetimeValue.bands[3].name: `Top` again",
                "$.lifetimeValue.bands[3].from: 5",
            ],
            problems);
    }

    [Fact]
    public void Accounts_InAMonitor_HaveSumAndBandAndNoRank()
    {
        var policy = Banded([new() { Name = "Low" }, new() { Name = "Gold", From = 100 }]);
        var monitor = new PolicyMonitor(policy, Day, MonitoredRules.None.With(p => p.LifetimeValue));
        monitor.AddRange([Revenue("A", "2026-02", 60), Revenue("B", "2026-02", 5)]);
        var changed = Assert.Single(monitor.Add(Revenue("A", "2026-04", 40)) is [] ? monitor.AdvanceTo(new(2026, 4, 1)) : []);
        Assert.Equal(("Low", "Gold", 100m, null), (changed.Before?.Band, changed.After?.Band, changed.After?.Value, changed.After?.Detail("rank")));
    }

    [Fact]
    public void Ranks_OfGeneratedRevenues_AreThoseOfTheSums()
    {
        var ranked = 0;
        var any = from asOf in Dates.AsOf(Reach.Full)
                  from facts in LifetimeValueCase.Case.Facts(new PolicyTerms(), asOf, Reach.Full)
                  select new Case<object>(Policy.Default, asOf, facts);
        Check.One(Generated.Cases(500), Prop.ForAll(any.ToArbitrary(), c =>
        {
            var expected = LifetimeValueReading.Ranks(c.Facts, c.AsOf);
            ranked += expected.Count;
            foreach (var a in LifetimeValueCase.Case.Assess(c.Policy, c.Facts, c.AsOf))
            {
                var has = expected.TryGetValue(a.Subject, out var of);
                Assert.Equal((has ? of.Rank : (int?)null, has ? of.Accounts : (int?)null), ((int?)a.Detail("rank"), (int?)a.Detail("accounts")));
                var share = (decimal?)a.Detail("share");
                Assert.Equal(has && of.Total.Sign > 0, share is not null);
                Assert.True(share is null || IsNear(share.Value, of.Part, of.Total), $"{share} of {of}");
            }
        }));
        Assert.True(ranked > 500);

        // To the last of the places that it has.
        static bool IsNear(decimal share, BigInteger part, BigInteger total) =>
            BigInteger.Abs(new BigInteger(share * 1_000_000_000_000m) * total - part * 1_000_000_000_000) <= 2 * BigInteger.Abs(total);
    }

    private static Policy Banded(TermList<BandTerms> bands) => new(new PolicyTerms().With(new LifetimeValueTerms { Bands = bands }));

    private static AccountRevenue Revenue(string account, string period, decimal? amount) =>
        new() { AccountId = account, Period = Period.Parse(period), Revenue = amount };

    private static Assessment[] Assess(params (string Account, string Period, decimal? Amount)[] revenues) =>
        [.. Rule.Collect(Day).AddRange(revenues.Select(r => Revenue(r.Account, r.Period, r.Amount))).Assess()];
}
