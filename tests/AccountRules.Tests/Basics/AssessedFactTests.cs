using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

/// <summary>What an assessment gives back of its fact: the fact, when it ended, and how many days it is overdue, on every kind of rule.</summary>
public sealed class AssessedFactTests
{
    private static readonly DateOnly Start = Rules.Dated.Start;
    private static readonly Period March = Period.Month(2026, 3);
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 }));

    [Fact]
    public void Fact_OfAnAssessment_IsTheObjectThatWasAssessed()
    {
        var entity = new Entity { Number = "7", PlacedOn = Start };
        var assessment = Assert.Single(Entity.Rule.FindAll([entity], Start.AddDays(91), [Standing.Overdue]));

        Assert.Same(entity, assessment.Fact);
        Assert.Same(entity, assessment.FactAs<Entity>());
        Assert.Null(assessment.FactAs<FteOrder>());
    }

    [Fact]
    public void Fact_OfWhatIsMadeOfMany_IsNothing()
    {
        KpiResult[] results = [new() { EmployeeId = "ann", Kpi = "calls", Period = March, Target = 100, Actual = 90 }];
        AccountRevenue[] revenues = [new() { AccountId = "A", Period = March, Revenue = 200 }];

        Assert.Null(Assert.Single(Policy.KpiMonth.Assess(results, Start)).Fact);
        Assert.Null(Assert.Single(Policy.KeyAccount.Track(revenues, Start)).Fact);
        Assert.Same(revenues[0], Policy.KeyAccount.Assess(revenues[0], Start).Fact);
    }

    /// <summary>Limits by POLICY: an order 90 days, a registry item 60, an invoice its due date.</summary>
    [Theory]
    [InlineData("order", null, 90, null, null)]
    [InlineData("order", null, 91, null, 1)]
    [InlineData("order", null, 100, null, 10)]
    [InlineData("order", 89, 100, 89, null)]
    [InlineData("order", 95, 100, 95, 5)]
    [InlineData("order", 95, 92, null, 2)]
    [InlineData("order", -1, 100, null, null)]
    [InlineData("item", null, 60, null, null)]
    [InlineData("item", null, 101, null, 41)]
    [InlineData("item", 61, 101, 61, 1)]
    [InlineData("invoice", null, 0, null, null)]
    [InlineData("invoice", null, 101, null, 101)]
    [InlineData("invoice", 7, 101, 7, 7)]
    [InlineData("invoice", 0, 101, 0, null)]
    public void Deadline_EndedOrOpen_SaysWhenItEndedAndTheDaysPastItsDueDate(string kind, int? endsOnDay, int asOfDay, int? endedOnDay, int? overdueDays)
    {
        var (asOf, end) = (Start.AddDays(asOfDay), endsOnDay is { } day ? Start.AddDays(day) : (DateOnly?)null);
        var a = kind switch
        {
            "order" => Policy.FteFulfillment.Assess(new FteOrder { OrderId = "7", OrderedOn = Start, FulfilledOn = end }, asOf),
            "item" => Policy.RegistryClosure.Assess(new RegistryItem { ItemId = "r", AddedOn = Start, ClosedOn = end }, asOf),
            _ => Policy.Payment.Assess(new Invoice { InvoiceId = "i", DueOn = Start, PaidOn = end }, asOf),
        };
        Assert.Equal((endedOnDay is { } ended ? Start.AddDays(ended) : null, overdueDays), (a.EndedOn, a.OverdueDays));
    }

    [Theory]
    [InlineData(null, 60, null, null)]
    [InlineData(null, 70, null, 10)]
    [InlineData(65, 70, 65, 5)]
    [InlineData(60, 70, 60, null)]
    [InlineData(65, 62, null, 2)]
    public void Plan_OfSixtyDays_IsOverdueFromItsEndUntilItIsCompleted(int? completedOnDay, int asOfDay, int? endedOnDay, int? overdueDays)
    {
        var plan = new ImprovementPlan
        {
            EmployeeId = "ann",
            StartedOn = Start,
            EndsOn = Start.AddDays(60),
            CompletedOn = completedOnDay is { } day ? Start.AddDays(day) : null,
            Target = 100,
            Actual = 50,
        };
        var a = Policy.ImprovementPlan.Assess(plan, Start.AddDays(asOfDay));
        Assert.Equal((endedOnDay is { } ended ? Start.AddDays(ended) : null, overdueDays), (a.EndedOn, a.OverdueDays));
    }

    [Fact]
    public void RulesWithoutADueDate_HaveNeitherEndNorOverdueDays()
    {
        KpiResult result = new() { EmployeeId = "ann", Kpi = "calls", Period = March, Target = 100, Actual = 10 };
        AccountRevenue revenue = new() { AccountId = "A", Period = March, Revenue = 10 };
        var asOf = Start.AddDays(400);
        Assessment[] all =
        [
            Policy.KpiAttainment.Assess(result, asOf),
            .. Policy.KpiMonth.Assess([result], asOf),
            Policy.KeyAccount.Assess(revenue, asOf),
            .. Policy.KeyAccount.Track([revenue], asOf),
            Policy.PerformancePay.Assess(new PayPeriod { EmployeeId = "ann", Period = March, Target = 100, Actual = 10, CommittedPay = 1 }, asOf),
        ];
        Assert.All(all, a => Assert.Equal((null, null, null), (a.EndedOn, a.OverdueDays, a.DueOn)));
    }
}
