using AccountRules.Facts;
using AccountRules.NRules.Tests.Hosts;
using NRules;
using NRules.Fluent;

namespace AccountRules.NRules.Tests.Sessions;

/// <summary>What a session takes for the same fact, and what it makes of facts without data.</summary>
public sealed class FactTests
{
    private static ISession Session(Action<RuleCompiler>? configure = null) => Network.Session(Policy.Default.ToRuleSet().Rules, configure);

    private static void ById(RuleCompiler compiler) => compiler.FactIdentityComparerRegistry.RegisterAccountFacts();

    [Fact]
    public void Orders_EqualByValue_AreOneFactToNRules()
    {
        var session = Session();
        session.Insert(Orders.Of());

        Assert.False(session.TryInsert(Orders.Of()));
        Assert.False(session.TryUpdate(Orders.Of() with { FulfilledOn = Orders.Day90 }));
        Assert.True(session.TryRetract(Orders.Of()));
    }

    [Fact]
    public void Facts_KnownByTheirIds_AreFoundWhenTheyHaveChanged()
    {
        var session = Session(ById);
        var month = Period.Month(2026, 10);
        var result = new KpiResult { EmployeeId = "7", Kpi = "calls", Period = month, Target = 1, Actual = 1 };
        var revenue = new AccountRevenue { AccountId = "A", Period = month, Revenue = 1 };
        var pay = new PayPeriod { EmployeeId = "7", Period = month, Target = 1, Actual = 1, CommittedPay = 1 };
        var plan = new ImprovementPlan { EmployeeId = "7", StartedOn = Orders.Day90, EndsOn = null };
        var item = new RegistryItem { ItemId = "R", AddedOn = Orders.Day90 };
        session.SetEvaluationDate(Orders.Day90);
        session.InsertAll([Orders.Of(), item, result, revenue, pay, plan]);
        session.Fire();

        session.UpdateAll([
            Orders.Of() with { FulfilledOn = Orders.Day90 }, item with { ClosedOn = Orders.Day90 }, result with { Actual = 0 }, revenue with { Revenue = null },
            pay with { Actual = 0 },
            plan with { EndsOn = Orders.Day90 },
        ]);
        session.Fire();

        Assert.Equal(
            [
                "fte-fulfillment Met", "improvement-plan OnTrack", "improvement-plan-start Undetermined", "key-account Undetermined",
                "kpi-attainment Missed", "kpi-month Missed",
                "lifetime-value Undetermined",
                "performance-pay Graded", "registry-closure Met", "retention Undetermined", "revenue-growth Undetermined",
            ],
            session.Assessments().Select(a => $"{a.RuleId} {a.Standing}").Order());
        Assert.Equal("Pip", session.Assessments().Single(a => a.RuleId == "performance-pay").Band);
    }

    [Fact]
    public void Facts_KnownByTheirIds_AreOthersWhereAnyPartOfTheIdDiffers()
    {
        var session = Session(ById);
        var (october, november) = (Period.Month(2026, 10), Period.Month(2026, 11));
        var result = new KpiResult { EmployeeId = "7", Kpi = "calls", Period = october, Target = 1, Actual = 1 };
        var revenue = new AccountRevenue { AccountId = "A", Period = october, Revenue = 1 };
        var pay = new PayPeriod { EmployeeId = "7", Period = october, Target = 1, Actual = 1, CommittedPay = 1 };
        var plan = new ImprovementPlan { EmployeeId = "7", StartedOn = Orders.Day90, EndsOn = null };
        object[] facts =
        [
            Orders.Of("1"), Orders.Of("2"),
            result, result with { EmployeeId = "8" }, result with { Kpi = "faults" }, result with { Period = november },
            revenue, revenue with { AccountId = "B" }, revenue with { Period = november },
            pay, pay with { EmployeeId = "8" }, pay with { Period = november },
            plan, plan with { EmployeeId = "8" }, plan with { StartedOn = null },
            new RegistryItem { ItemId = "1", AddedOn = Orders.Day90 }, new RegistryItem { ItemId = "2", AddedOn = Orders.Day90 },
        ];

        session.InsertAll(facts);

        Assert.Equal(0, session.TryInsertAll([new object()]).FailedCount);
        Assert.All(facts, fact => Assert.False(session.TryInsert(fact)));
    }

    [Fact]
    public void Entities_WithTheSameId_AreAssessedEach()
    {
        var session = Network.Session(SlotRules.Over(Policy.Default.FteFulfillment).ToRuleDefinition());
        Slot<FteOrder>[] twins = [new(Orders.Of()), new(Orders.Of())];
        session.SetEvaluationDate(Orders.Day90);
        session.InsertAll(twins);
        session.Fire();

        Assert.Equal(["1042", "1042"], session.AssessmentsOf(twins).Select(a => a.Subject));
    }

    [Fact]
    public void SecondDate_Inserted_IsRefused()
    {
        var session = Session();
        session.Insert(new EvaluationDate(Orders.Day90));

        Assert.Throws<ArgumentException>(() => session.Insert(new EvaluationDate(Orders.Day90.AddDays(1))));
    }

    [Fact]
    public void Facts_WithoutADate_AreNotAssessed()
    {
        var session = Session();
        session.Insert(Orders.Of());
        session.Fire();

        Assert.Empty(session.Assessments());
    }

    [Fact]
    public void Facts_WithoutTheirData_AreUndeterminedFactsWithTheCause()
    {
        var session = Session();
        var month = Period.Month(2026, 10);
        session.SetEvaluationDate(Orders.Day90);
        session.InsertAll([
            Orders.Of() with { OrderedOn = null },
            new RegistryItem { ItemId = "R", AddedOn = Orders.Day90, ClosedOn = Orders.Day90.AddDays(-1) },
            new KpiResult { EmployeeId = "7", Kpi = "calls", Period = month, Target = 0, Actual = 1 },
            new AccountRevenue { AccountId = "A", Period = month, Revenue = null },
            new PayPeriod { EmployeeId = "7", Period = month, Target = 1, Actual = 1, CommittedPay = null },
            new ImprovementPlan { EmployeeId = "7", StartedOn = null, EndsOn = null },
        ]);
        session.Fire();

        Assert.All(session.Assessments(), a => Assert.Equal((Standing.Undetermined, null), (a.Standing, a.Band)));
        Assert.Equal(
            [
                "fte-fulfillment NoStart", "improvement-plan NoStart", "improvement-plan-start NoThreshold", "key-account NoThreshold",
                "kpi-attainment TargetNotPositive", "kpi-month NoResult",
                "lifetime-value PeriodWithoutRevenue", "performance-pay NoPay", "registry-closure EndBeforeStart", "retention NobodyBefore",
                "revenue-growth NoRevenueBefore",
            ],
            session.Assessments().Select(a => $"{a.RuleId} {a.Cause}").Order());
    }

    /// <summary>85 % of 1E-28 is a number that a decimal rounds to 1E-28.</summary>
    [Fact]
    public void Kpi_AttainedInFullWithTheSmallestDecimal_IsMetThoughItsExpressionRounds()
    {
        var fact = new KpiResult
        {
            EmployeeId = "7",
            Kpi = "calls",
            Period = Period.Month(2026, 10),
            Target = 0.0000000000000000000000000001m,
            Actual = 0.0000000000000000000000000001m,
        };
        var rule = Policy.Default.KpiAttainment;
        var session = Network.Session(rule.ToRuleDefinition(Standing.Met));
        session.SetEvaluationDate(Orders.Day90);
        session.Insert(fact);
        session.Fire();

        Assert.Equal(Standing.Met, Assert.Single(session.Assessments()).Standing);
        Assert.Equal("Missed", rule.Grades[rule.Expression.Compile()(fact, Orders.Day90)].Band);
    }

    [Fact]
    public void PolicyRules_AgainstAHostsRuleOfDefaultPriority_FireFirst()
    {
        var host = new RuleRepository();
        host.Load(rules => rules.From(typeof(CountsOpenOrders)));
        var session = Network.Session([.. host.GetRules(), .. Policy.Default.ToRuleSet().Rules]);
        var counts = new Counts();
        session.InsertAll([counts, Orders.Of("1"), Orders.Of("2")]);
        session.SetEvaluationDate(Orders.Day90);
        session.Fire();

        Assert.Equal([2], counts.Seen);
    }
}
