using AccountRules.Facts;
using AccountRules.NRules.Tests.Hosts;
using NRules;
using NRules.Fluent;
using NRules.RuleModel;

namespace AccountRules.NRules.Tests.Sessions;

/// <summary>When a host's rules are told of a change, and when not.</summary>
public sealed class UpdateTests
{
    private readonly Journal journal = new();

    private ISession Watched(IEnumerable<IRuleDefinition> definitions)
    {
        var host = new RuleRepository();
        host.Load(rules => rules.From(typeof(Watch)));
        var session = Network.Session([.. host.GetRules(), .. definitions], compiler => compiler.FactIdentityComparerRegistry.RegisterAccountFacts());
        session.Insert(journal);
        return session;
    }

    private ISession Watched(params Standing[] standings) => Watched([Policy.Default.FteFulfillment.ToRuleDefinition(standings)]);

    private string After(ISession session)
    {
        session.Fire();
        return journal.Read();
    }

    [Fact]
    public void Date_MovesWithinABand_TellsNobodyAndTheReasonIsOfTheNewDate()
    {
        var session = Watched();
        session.SetEvaluationDate(Orders.Day90.AddDays(-1));
        session.Insert(Orders.Of());
        Assert.Equal("1042 AtRisk", After(session));

        session.SetEvaluationDate(Orders.Day90);
        Assert.Equal("", After(session));
        Assert.Equal("fte-fulfillment AtRisk: Order 1042 is open for 90 of 90 days, due 2026-11-12.", Assert.Single(session.Assessments()).ToString());
    }

    [Fact]
    public void Date_MovesPastTheLimit_UpdatesTheSameFact()
    {
        var session = Watched();
        session.SetEvaluationDate(Orders.Day90);
        session.Insert(Orders.Of());
        session.Fire();
        var fact = Assert.Single(session.Assessments());
        journal.Read();

        session.SetEvaluationDate(Orders.Day90.AddDays(1));
        Assert.Equal("1042 Overdue", After(session));
        Assert.Same(fact, Assert.Single(session.Assessments()));

        session.SetEvaluationDate(Orders.Day90);
        Assert.Equal("1042 AtRisk", After(session));
    }

    [Fact]
    public void Date_SetToTheSameDayAgain_TellsNobody()
    {
        var session = Watched();
        session.SetEvaluationDate(Orders.Day90);
        session.Insert(Orders.Of());
        session.Fire();
        journal.Read();

        session.SetEvaluationDate(Orders.Day90);

        Assert.Equal("", After(session));
    }

    [Fact]
    public void Order_UpdatedWithoutAnotherStanding_TellsTheHost()
    {
        var session = Watched();
        session.SetEvaluationDate(Orders.Day90);
        session.Insert(Orders.Of());
        session.Fire();
        journal.Read();

        session.Update(Orders.Of() with { Headcount = 4 });
        Assert.Equal("1042 AtRisk", After(session));
        Assert.Equal(4, session.Query<AssessmentFact<FteOrder>>().Single().Fact.Headcount);
    }

    [Fact]
    public void Order_UpdatedTogetherWithTheDate_TellsTheHost()
    {
        var session = Watched();
        session.SetEvaluationDate(Orders.Day90.AddDays(-2));
        session.Insert(Orders.Of());
        session.Fire();
        journal.Read();

        session.SetEvaluationDate(Orders.Day90.AddDays(-1));
        session.Update(Orders.Of() with { OrderedOn = Orders.Day90.AddDays(-89) });

        Assert.Equal("1042 AtRisk", After(session));
        Assert.Equal(Orders.Day90.AddDays(1), Assert.Single(session.Assessments()).DueOn);
    }

    [Fact]
    public void Entity_ChangedInPlaceTogetherWithTheDate_TellsTheHost()
    {
        var session = Watched([SlotRules.Over(Policy.Default.FteFulfillment).ToRuleDefinition()]);
        var slot = new Slot<FteOrder>(Orders.Of());
        session.SetEvaluationDate(Orders.Day90.AddDays(-2));
        session.Insert(slot);
        session.Fire();
        journal.Read();

        session.SetEvaluationDate(Orders.Day90.AddDays(-1));
        slot.Content = slot.Content with { OrderedOn = Orders.Day90.AddDays(-89) };
        session.Update(slot);

        Assert.Equal("1042 AtRisk", After(session));
        Assert.Equal(Orders.Day90.AddDays(1), Assert.Single(session.Assessments()).DueOn);
    }

    [Fact]
    public void Order_Retracted_TakesItsAssessmentWithItAtOnce()
    {
        var session = Watched();
        session.SetEvaluationDate(Orders.Day90);
        session.InsertAll([Orders.Of("1"), Orders.Of("2")]);
        session.Fire();

        session.Retract(Orders.Of("1"));

        Assert.Equal("2", Assert.Single(session.Assessments()).Subject);
    }

    [Fact]
    public void Date_Retracted_TakesAllAssessmentsWithIt()
    {
        var session = Watched();
        session.SetEvaluationDate(Orders.Day90);
        session.Insert(Orders.Of());
        session.Fire();

        session.Retract(new EvaluationDate(Orders.Day90));

        Assert.Empty(session.Assessments());
    }

    [Fact]
    public void Standings_AskedFor_ComeAndGoAndTheOthersAreNoFacts()
    {
        var session = Watched(Standing.AtRisk, Standing.Overdue);
        session.SetEvaluationDate(Orders.Day90.AddDays(-15));
        session.InsertAll([Orders.Of("1"), Orders.Of("2") with { OrderedOn = Orders.Day90.AddDays(-80) }]);
        Assert.Equal("", After(session));

        session.SetEvaluationDate(Orders.Day90.AddDays(-14));
        Assert.Equal("1 AtRisk", After(session));

        session.SetEvaluationDate(Orders.Day90.AddDays(1));
        Assert.Equal("1 Overdue, 2 AtRisk", After(session));

        session.Update(Orders.Of("1") with { FulfilledOn = Orders.Day90 });
        Assert.Equal("", After(session));
        Assert.Equal("2", Assert.Single(session.Assessments()).Subject);
    }

    [Fact]
    public void Revenue_OfAnotherAccountInALaterPeriod_MakesAnAccountWithoutOneLeave()
    {
        var policy = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100, ExitThreshold = 80 }));
        var session = Watched(policy.KeyAccount.ToTrackDefinitions());
        session.SetEvaluationDate(new(2026, 11, 1));
        session.InsertAll([Revenue("A", 9, 100), Revenue("B", 9, 10)]);
        Assert.Equal("A 2026-09 Key, B 2026-09 Standard", After(session));

        session.Insert(Revenue("B", 10, 10));
        Assert.Equal("A 2026-09 Key, A 2026-10 Standard, B 2026-09 Standard, B 2026-10 Standard", After(session));
        Assert.Equal(["2026-10 Left"], Latest(session, "A"));

        session.Insert(Revenue("A", 10, 80));
        Assert.Equal("A 2026-10 Key", After(session));
        Assert.Equal(["2026-10 Stayed"], Latest(session, "A"));

        session.Retract(Revenue("B", 10, 10));
        Assert.Equal("B 2026-09 Standard", After(session));

        session.Retract(Revenue("A", 10, 80));
        Assert.Equal("A 2026-09 Key", After(session));
        Assert.Equal(["2026-09 Stayed"], Latest(session, "A"));
    }

    [Fact]
    public void Kpi_OfAMonthCorrected_TellsOfTheMonthsThatItChangesOnly()
    {
        var session = Watched([Policy.Default.KpiMonth.ToRuleDefinition()]);
        session.SetEvaluationDate(new(2026, 12, 1));
        session.InsertAll([Result("ann", 8), Result("ann", 9), Result("ann", 10), Result("bob", 10)]);
        Assert.Equal("ann 2026-08 Met, ann 2026-09 Met, ann 2026-10 Met, bob 2026-10 Met", After(session));

        session.Update(Result("ann", 9) with { Actual = 85 });
        Assert.Equal("ann 2026-09 Missed, ann 2026-10 Met", After(session));   // the streak begins anew
        Assert.Equal(
            [("2026-08", 1), ("2026-09", 0), ("2026-10", 1)],
            session.Assessments().Where(a => a.Subject == "ann").Select(a => (a.Period.ToString(), a.Streak!.Value)).Order());

        session.SetEvaluationDate(new(2026, 12, 2));
        Assert.Equal("", After(session));
    }

    [Fact]
    public void OneFact_UpdatedAmongMany_FiresForItsOwnMatchesOnly()
    {
        var policy = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100, ExitThreshold = 80 }));
        var session = Network.Session(policy.ToRuleSet().Rules, compiler => compiler.FactIdentityComparerRegistry.RegisterAccountFacts());
        session.SetEvaluationDate(new(2026, 12, 1));
        session.InsertAll(Enumerable.Range(0, 500).Select(i => Orders.Of($"{i}")));
        session.InsertAll(Enumerable.Range(0, 500).Select(i => Revenue($"A{i % 100}", 1 + i / 100, 90)));
        session.InsertAll(Enumerable.Range(0, 500).Select(i => Result($"{i % 100}", 1 + i / 100)));
        session.Fire();
        Assert.Equal(0, session.Fire());

        session.Update(Orders.Of("7") with { FulfilledOn = Orders.Day90 });
        Assert.Equal(1, session.Fire());

        session.Update(Revenue("A7", 2, 200));
        Assert.Equal(6, session.Fire());       // that the period is still held, the account, the cohorts, growth, that of deals, and what all are worth

        session.Update(Result("7", 2) with { Actual = 0 });
        Assert.Equal(2, session.Fire());       // the result, and the employee's months
    }

    private static IEnumerable<string> Latest(ISession session, string account) =>
        session.Assessments().Where(a => a.Subject == account && a.IsLatest).Select(a => $"{a.Period} {a.Movement}");

    private static AccountRevenue Revenue(string account, int month, decimal revenue) =>
        new() { AccountId = account, Period = Period.Month(2026, month), Revenue = revenue };

    private static KpiResult Result(string employee, int month) =>
        new() { EmployeeId = employee, Kpi = "calls", Period = Period.Month(2026, month), Target = 100, Actual = 90 };
}
