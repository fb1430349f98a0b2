using System.Text.Json;
using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

/// <summary>An assessment outlives a change of its entity: what is live says so, and what is copied stays.</summary>
public sealed class AssessmentRecordTests
{
    private static readonly DateOnly Start = Rules.Dated.Start;
    private static readonly Period March = Period.Month(2026, 3);

    [Fact]
    public void Record_OfAnEntityThatChangesAfterwards_StaysAsItWas()
    {
        var entity = new Entity { Number = "7", PlacedOn = Start };
        var assessment = Entity.Rule.Assess(entity, Start.AddDays(91));
        var record = assessment.ToRecord();
        entity.PlacedOn = Start.AddDays(72);

        Assert.Equal("Order 7 is open for 91 days, 1 more than the 90 allowed; it was due 2026-05-31.", record.Reason);
        Assert.Equal((Standing.Overdue, "OverLimit", 91m), (record.Standing, record.Band!, record.Value!.Value));
        Assert.Equal((Unit.Days, 1), (record.Unit!.Value, record.OverdueDays!.Value));
        Assert.Equal((Start, Rules.Dated.Day("2026-05-31"), null), (record.BeginsOn, record.DueOn, record.EndedOn));
        Assert.Equal(("fte-fulfillment", "7", Start.AddDays(91)), (record.RuleId, record.Subject, record.AsOf!.Value));
        Assert.Equal("start 2026-03-02, end ", string.Join(", ", record.Inputs.Select(i => $"{i.Name} {i.Value}")));
        Assert.Equal((Policy.Default.Name, Policy.Default.Version, "expectations, 2"), (record.PolicyName, record.PolicyVersion, record.Citation));
    }

    [Fact]
    public void Assessment_OfAnEntityThatChangesAfterwards_NeverContradictsItsStanding()
    {
        var entity = new Entity { Number = "7", PlacedOn = Start };
        var assessment = Entity.Rule.Assess(entity, Start.AddDays(91));
        Assert.False(assessment.IsStale);
        entity.PlacedOn = Start.AddDays(72);

        Assert.True(assessment.IsStale);
        Assert.Equal("fte-fulfillment Overdue: Order 7 was Overdue (OverLimit), and has changed since.", assessment.ToString());
        Assert.Equal(assessment.Reason, assessment.ToRecord().Reason);
    }

    [Fact]
    public void Assessment_OfAnEntityThatLosesItsDates_DoesNotThrow()
    {
        var entity = new Entity { Number = "7", PlacedOn = Start, FilledOn = Start.AddDays(10) };
        var assessment = Entity.Rule.Assess(entity, Start.AddDays(91));
        entity.FilledOn = null;
        Assert.Equal("Order 7 was Met (Clear), and has changed since.", assessment.Reason);
        entity.PlacedOn = null;
        Assert.Equal("Order 7 was Met (Clear), and has changed since.", assessment.ToRecord().Reason);
    }

    [Fact]
    public void Entity_ThatChangesWithinItsBand_IsNotStaleAndReadsAsItIs()
    {
        var entity = new Entity { Number = "7", PlacedOn = Start };
        var assessment = Entity.Rule.Assess(entity, Start.AddDays(20));
        entity.PlacedOn = Start.AddDays(1);
        Assert.False(assessment.IsStale);
        Assert.Equal("Order 7 is open for 19 of 90 days, due 2026-06-01.", assessment.Reason);
    }

    [Fact]
    public void Record_OfPay_HasWhatTheRuleReadAndWhatItPays()
    {
        var pay = new PayPeriod { EmployeeId = "ann", Period = March, Target = 100, Actual = 30, CommittedPay = 1000 };
        var record = Policy.Default.PerformancePay.Assess(pay).ToRecord();

        Assert.Equal(("Pip", 0m, 0m, "PIP"), (record.Band!, record.Factor!.Value, record.Payable!.Value, record.Programme!));
        Assert.Equal("actual 30, target 100, pay 1000", string.Join(", ", record.Inputs.Select(i => $"{i.Name} {i.Value}")));
        Assert.Equal(("Low", 0.05m, 5m, null), (record.BandAbove!, record.ToBandAbove!.Value, record.ActualToBandAbove!.Value, record.BandBelow));
        Assert.Null(record.AsOf);
    }

    [Fact]
    public void Record_OfAnUndeterminedFact_HasItsCauseAndWhatIsMissing()
    {
        var result = new KpiResult { EmployeeId = "ann", Kpi = "calls", Period = March, Target = null, Actual = 5 };
        var record = Policy.Default.KpiAttainment.Assess(result).ToRecord();

        Assert.Equal((Standing.Undetermined, "NoTarget", null, null), (record.Standing, record.Cause!, record.Band, record.Value));
        Assert.Equal(("KPI", "calls", March), (record.PartName, record.Part, record.Period!.Value));
        Assert.Equal("actual 5, target , lowerIsBetter false", string.Join(", ", record.Inputs.Select(i => $"{i.Name} {i.Value}")));
    }

    [Fact]
    public void Record_OfARollUp_CountsTheStandingsThatOccur()
    {
        var record = OfEveryRule().Single(r => r.RuleId == "kpi-month");

        Assert.Equal([(Standing.Met, 1L), (Standing.Missed, 1L)], record.Tally.Select(c => (c.Standing, c.Count)));
        Assert.Equal((Standing.Missed, 0), (record.Standing, record.Streak!.Value));
    }

    [Fact]
    public void Record_OfADetail_HasItByName() =>
        Assert.Equal([new RecordedValue { Name = "focus", Value = "true" }], OfEveryRule().Single(r => r.RuleId == "registry-closure").Details);

    [Fact]
    public void Record_OfEveryRule_ComesBackFromJsonWithoutOptions() => Assert.All(OfEveryRule(), record =>
    {
        var json = JsonSerializer.Serialize(record);
        Assert.Contains($"\"Standing\":\"{record.Standing}\"", json, StringComparison.Ordinal);
        Assert.Equal(record, JsonSerializer.Deserialize<AssessmentRecord>(json));
        Assert.NotEqual(record with { Details = [new() { Name = "other" }] }, JsonSerializer.Deserialize<AssessmentRecord>(json));
    });

    [Fact]
    public void Record_WithAPropertyThatALaterVersionAdds_IsRead()
    {
        var record = OfEveryRule()[0];
        var json = JsonSerializer.Serialize(record)[..^1] + ",\"Signature\":\"ed25519:1\"}";
        Assert.Equal(record, JsonSerializer.Deserialize<AssessmentRecord>(json));
    }

    [Fact]
    public void Entry_OfAnEntityThatChangesAfterwards_StaysAsItWasAndComesBackFromJson()
    {
        var entity = new Entity { Number = "7", PlacedOn = Start };
        var entry = new Agenda(Start.AddDays(80), days: 11).Add(Entity.Rule, [entity]).Entries()[^1];
        var record = entry.ToRecord();
        entity.PlacedOn = Start.AddDays(72);

        Assert.Equal("Order 7 becomes Overdue on 2026-06-01 unless it is fulfilled by 2026-05-31.", record.Summary);
        Assert.Equal((Standing.AtRisk, Standing.Overdue), (record.Before.Standing, record.After.Standing));
        Assert.Equal((Start.AddDays(91), ChangeKind.Changed), (record.On, record.Kind));
        Assert.Equal(record, JsonSerializer.Deserialize<AgendaEntryRecord>(JsonSerializer.Serialize(record)));
    }

    private static AssessmentRecord[] OfEveryRule()
    {
        var policy = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 }));
        var day = Start.AddDays(91);
        var order = new FteOrder { OrderId = "7", AccountId = "ACME", OrderedOn = Start, FulfilledOn = Start.AddDays(90) };
        var pay = new PayPeriod { EmployeeId = "ann", Period = Period.Quarter(2026, 1), Target = 3, Actual = 2, CommittedPay = 1000.10m };
        KpiResult[] results =
        [
            new() { EmployeeId = "ann", Kpi = "calls", Period = March, Target = 100, Actual = 90 },
            new() { EmployeeId = "ann", Kpi = "defects", Period = March, Target = 1.50m, Actual = 3, Direction = Direction.LowerIsBetter },
        ];
        return
        [
            policy.FteFulfillment.Assess(order, day).ToRecord(),
            policy.RegistryClosure.Assess(new RegistryItem { ItemId = "r", AddedOn = new(2026, 4, 1) }, day).ToRecord(),
            policy.KpiAttainment.Assess(results[1], day).ToRecord(),
            .. policy.KpiMonth.Assess(results, day).Select(a => a.ToRecord()),
            .. policy.KeyAccount.Track([new AccountRevenue { AccountId = "A", Period = March, Revenue = 740.70m }], day).Select(a => a.ToRecord()),
            policy.PerformancePay.Assess(pay, day).ToRecord(),
            policy.ImprovementPlan.Assess(new ImprovementPlan { EmployeeId = "ann", StartedOn = Start, EndsOn = Start.AddDays(60) }, day).ToRecord(),
            policy.Payment.Assess(new Invoice { InvoiceId = "i", DueOn = Start }, day).ToRecord(),
        ];
    }
}
