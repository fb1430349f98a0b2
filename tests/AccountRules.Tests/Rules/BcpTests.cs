using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>"Business Continuity Plan protocols are implemented consistently and on time": each run, and the runs of a quarter together.</summary>
public sealed class BcpTests
{
    private static readonly DateOnly Due = new(2026, 3, 11);

    [Theory]
    [InlineData(100, Standing.Met)]
    [InlineData(99, Standing.Missed)]
    public void Consistency_OfAHundredRuns_IsMetOnlyWhereAllAreOnTime(int onTime, Standing standing)
    {
        var runs = Enumerable.Range(1, 100).Select(i => new ProtocolRun
        {
            RunId = $"{i}",
            AccountId = "A",
            Protocol = "drill",
            DueOn = new(2026, 2, 1),
            CompletedOn = new DateOnly(2026, 2, 1).AddDays(i <= onTime ? 0 : 1),
        });
        Assert.Equal(standing, Tested.Policy.BcpConsistency.Collect(new(2026, 4, 1)).AddRange(runs).Assess().Single().Standing);
    }

    [Theory]
    [InlineData(-4, "InTime", Standing.OnTrack, Standing.Met)]
    [InlineData(-3, "DueSoon", Standing.AtRisk, Standing.Met)]
    [InlineData(0, "DueSoon", Standing.AtRisk, Standing.Met)]
    [InlineData(1, "PastDue", Standing.Overdue, Standing.Late)]
    public void Run_AtEachCut_StandsByItsDueDate(int pastDue, string band, Standing open, Standing done)
    {
        var (rule, asOf, run) = (Tested.Policy.BcpProtocol, Due.AddDays(pastDue), new ProtocolRun { RunId = "R-1", DueOn = Due });

        Assert.Equal((open, band, (decimal?)pastDue), Said(run));
        Assert.Equal((done, band, (decimal?)pastDue), Said(run with { CompletedOn = asOf }));

        (Standing, string?, decimal?) Said(ProtocolRun one) => rule.Assess(one, asOf) is var a ? (a.Standing, a.Band, a.Value) : default;
    }

    [Theory]
    [InlineData(null, null, "Run R-1 has no due date.")]
    [InlineData("2026-03-31", null, "Run R-1 is due on 2026-03-31, in 1 day.")]
    [InlineData("2026-03-11", "2026-03-13", "Run R-1 was completed on 2026-03-13, 2 days after it was due on 2026-03-11.")]
    public void Run_SaysWhenItIsDue(string? due, string? completed, string reason) => Assert.Equal(
        reason,
        Tested.Policy.BcpProtocol.Assess(
            new() { RunId = "R-1", DueOn = Dated.DayOrNone(due), CompletedOn = Dated.DayOrNone(completed) }, new(2026, 3, 30)).Reason);

    [Theory]
    [InlineData("2026-02-09", "Undetermined NoneDue", 0, 0)]
    [InlineData("2026-02-10", "Met", 1, 1)]
    [InlineData("2026-03-11", "Met", 1, 1)]
    [InlineData("2026-03-12", "Missed", 1, 2)]
    [InlineData("2026-03-21", "Missed", 2, 3)]
    [InlineData("2026-03-31", "Missed", 2, 3)]
    [InlineData("2026-04-01", "Missed", 2, 4)]
    public void Quarter_CountsARunFromItsDueDateWhereItIsDoneByThen_AndFromTheDayAfterWhereNot(string asOf, string standing, int onTime, int due)
    {
        // Done ahead of its date; a day late; on its date; open on the quarter's last day.
        ProtocolRun[] runs =
        [
            Run("1", "2026-02-10", "2026-02-01"), Run("2", "2026-03-11", "2026-03-12"), Run("3", "2026-03-21", "2026-03-21"), Run("4", "2026-03-31", null),
        ];

        var a = Assert.Single(Assess(Tested.Policy, Dated.Day(asOf), runs));

        Assert.Equal((standing, onTime, due), (a.Cause.IsNone ? $"{a.Standing}" : $"{a.Standing} {a.Cause}", (int)a.Detail("onTime")!, (int)a.Detail("runs")!));
        Assert.Equal(("A", Period.Quarter(2026, 1), Dated.Day(asOf) <= new DateOnly(2026, 3, 31)), (a.Subject, a.Period, a.IsProvisional));
    }

    [Theory]
    [InlineData(1, 3, 4, Standing.Missed)]
    [InlineData(0.75, 3, 4, Standing.Met)]
    [InlineData(0.7501, 3, 4, Standing.Missed)]
    [InlineData(0.3333, 1, 3, Standing.Met)]
    [InlineData(0.3334, 1, 3, Standing.Missed)]
    [InlineData(1, 4, 4, Standing.Met)]
    [InlineData(0.0001, 0, 4, Standing.Missed)]
    public void Quarter_IsMetFromConsistentFromOn(double from, int onTime, int due, Standing standing)
    {
        var policy = new Policy(new PolicyTerms().With(new BcpConsistencyTerms { ConsistentFrom = (decimal)from }));
        var runs = Enumerable.Range(0, due).Select(i => Run($"{i}", "2026-02-10", i < onTime ? "2026-02-10" : "2026-02-11"));

        Assert.Equal(standing, Assert.Single(Assess(policy, new(2026, 6, 1), [.. runs])).Standing);
    }

    [Fact]
    public void Quarter_SaysHowManyRunsWereOnTime_AndWhyItCannotTell()
    {
        Assert.Equal(
            "Account A in 2026-Q1 had 1 of 2 runs on time, 50 %.",
            Assess(Tested.Policy, new(2026, 6, 1), Run("1", "2026-02-10", "2026-02-10"), Run("2", "2026-02-10", null)).Single().Reason);
        Assert.Equal(
            ["Account A in 2026-Q1 cannot be told: a run of the account has no due date.", "Account B in 2026-Q1 had 1 of 1 runs on time, 100 %."],
            Assess(
                Tested.Policy, new(2026, 6, 1), Run("1", "2026-02-10", "2026-02-10"), Run("2", null, null), Run("3", "2026-02-10", "2026-02-10") with
                {
                    AccountId = "B",
                }).Select(a => a.Reason));
        Assert.Equal(
            (Standing.Undetermined, "RunWithoutAccount"),
            Assess(Tested.Policy, new(2026, 6, 1), Run("1", "2026-02-10", null) with { AccountId = null }).Select(a => (a.Standing, a.Cause.Code)).Single());
    }

    [Fact]
    public void Quarter_WithARunThatCouldNotBeRead_IsUndetermined_AndEveryOneWhereItsAccountIsNotKnown()
    {
        var rows = Tested.Policy.BcpConsistency.Collect(new(2026, 6, 1));
        rows.AddRange([Run("1", "2026-02-10", "2026-02-10"), Run("2", "2026-02-10", "2026-02-10") with { AccountId = "B" }]);
        rows.AddUnreadable(Run("3", null, null));
        Assert.Equal(["A Undetermined Unreadable", "B Met None"], rows.Assess().Select(a => $"{a.Subject} {a.Standing} {a.Cause}"));

        rows.AddUnreadable(Run("4", null, null) with { AccountId = null });
        Assert.Equal(["A Undetermined Unreadable", "B Undetermined Unreadable"], rows.Assess().Select(a => $"{a.Subject} {a.Standing} {a.Cause}"));
    }

    [Fact]
    public void Quarter_ThatHangsOnWhichOfTwoRowsOfARunIsRight_IsUndetermined()
    {
        var (rows, run) = (Tested.Policy.BcpConsistency.Collect(new(2026, 6, 1)), Run("1", "2026-02-10", "2026-02-10"));
        rows.AddRange([run, run]);
        Assert.Equal(Standing.Met, rows.Assess().Single().Standing);

        rows.Add(run with { CompletedOn = new(2026, 2, 11) });
        Assert.Equal((Standing.Undetermined, Cause.Duplicate), rows.Assess().Select(a => (a.Standing, a.Cause)).Single());
    }

    [Fact]
    public void Quarter_ChangesOnTheDaysOnWhichItsRunsCount()
    {
        var agenda = new Agenda(new(2026, 2, 1), days: 90);
        var rows = agenda.Collect(Tested.Policy.BcpConsistency);
        foreach (var run in new[] { Run("1", "2026-02-10", "2026-02-01"), Run("2", "2026-03-11", null) })
            rows.Add(run);

        Assert.Equal(
            ["2026-02-10 Undetermined Met", "2026-03-12 Met Missed"],
            agenda.Entries().Where(e => e.From != e.To).Select(e => $"{e.On:yyyy-MM-dd} {e.From} {e.To}"));
    }

    [Theory]
    [InlineData("0", "")]
    [InlineData("1.01", ", which is 100 %")]
    [InlineData("95", "; write 95 % as 0.95")]
    public void ConsistentFrom_OutOfRange_IsTold(string from, string howToMend) => Assert.Equal(
        $"line 1: $.bcpConsistency.consistentFrom: found {from}; allowed: above 0, up to 1{howToMend}.",
        Assert.Throws<PolicyException>(() => Policy.Parse($$"""{ "bcpConsistency": { "consistentFrom": {{from}} } }""")).Problems.Single().ToString());

    private static IEnumerable<Assessment> Assess(Policy policy, DateOnly asOf, params ProtocolRun[] runs) =>
        policy.BcpConsistency.Collect(asOf).AddRange(runs).Assess();

    private static ProtocolRun Run(string id, string? due, string? completed) =>
        new() { RunId = id, AccountId = "A", DueOn = Dated.DayOrNone(due), CompletedOn = Dated.DayOrNone(completed) };
}
