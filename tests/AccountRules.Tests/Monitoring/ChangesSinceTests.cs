using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>What a restarted program finds to tell is what the monitor would have told, had it gone on.</summary>
public sealed class ChangesSinceTests
{
    private static readonly DateOnly Day = new(1998, 2, 20);

    [Fact]
    public void ChangesSince_WhatWasTold_AreThoseOfTheMonitorOverTheSameDays()
    {
        var monitor = Loaded(Policy.Default);
        AssessmentRecord[] told = [.. monitor.Snapshot().FindAll().Select(a => a.ToRecord())];
        Assert.True(told.Length > 1000);
        Assert.Empty(monitor.Snapshot().ChangesSince(told));

        StandingChangeRecord[] expected = [.. monitor.AdvanceTo(Day.AddDays(45)).Select(c => c.ToRecord())];

        Assert.True(expected.Select(c => c.Kind).Distinct().Count() >= 2);
        Assert.Equal(expected, monitor.Snapshot().ChangesSince(told.Reverse()));
    }

    [Fact]
    public void ChangesSince_AnotherPolicy_AreThoseOfASwap()
    {
        var monitor = Loaded(Policy.Default);
        monitor.Add(new PayPeriod { EmployeeId = "cents", Period = Period.Month(1998, 1), Target = 100, Actual = 70, CommittedPay = 1234.55m });
        AssessmentRecord[] told = [.. monitor.Snapshot().FindAll().Select(a => a.ToRecord())];
        var terms = new PolicyTerms { Version = "2" }.With(new FteFulfillmentTerms { LimitDays = 12, AtRiskFromDay = 5 })
            .With(new PerformancePayTerms { Decimals = 0 }).With(new KeyAccountTerms { EntryThreshold = 3000, ExitThreshold = 2000 });

        StandingChangeRecord[] expected = [.. monitor.Swap(new Policy(terms)).Select(c => c.ToRecord())];

        Assert.Equal(
            ["fte-fulfillment", "key-account", "performance-pay"],
            expected.Select(c => (c.After ?? c.Before)!.RuleId).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(expected, monitor.Snapshot().ChangesSince(told));
    }

    [Fact]
    public void ChangesSince_NothingAndOfWhatIsNoMore_AreRaisedAndCleared()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(p => p.FteFulfillment).With(p => p.ActionItem));
        monitor.AddRange(Enumerable.Range(1, 4).Select(i => new FteOrder { OrderId = $"{i}", OrderedOn = Day }));
        monitor.Add(new ActionItem { ItemId = "1", AgreedOn = Day, DueOn = Day });
        AssessmentRecord[] told = [.. monitor.Snapshot().FindAll().Select(a => a.ToRecord())];
        Assert.Equal(5, monitor.Snapshot().ChangesSince([]).Count(c => c is { Kind: ChangeKind.Raised, Before: null }));

        monitor.Remove<FteOrder>("3");
        monitor.Remove<FteOrder>("1");
        monitor.Update(new FteOrder { OrderId = "2", OrderedOn = Day.AddDays(-100) });
        monitor.Remove<ActionItem>("1");
        var changes = monitor.Snapshot().ChangesSince([told[0] with { RuleId = "a-rule-no-more" }, .. told.Reverse()]);

        Assert.Equal(
            [
                "Cleared fte-fulfillment 1", "Changed fte-fulfillment 2", "Cleared fte-fulfillment 3", "Cleared action-item 1", "Cleared a-rule-no-more 1",
            ],
            changes.Select(c => $"{c.Kind} {(c.After ?? c.Before)!.RuleId} {(c.After ?? c.Before)!.Subject}"));
    }

    public static TheoryData<string, ChangeKind> Fields => new()
    {
        { nameof(AssessmentRecord.Standing), ChangeKind.Changed },
        { nameof(AssessmentRecord.Band), ChangeKind.Moved },
        { nameof(AssessmentRecord.Cause), ChangeKind.Moved },
        { nameof(AssessmentRecord.Factor), ChangeKind.Moved },
        { nameof(AssessmentRecord.Payable), ChangeKind.Moved },
        { nameof(AssessmentRecord.Currency), ChangeKind.Moved },
        { nameof(AssessmentRecord.Programme), ChangeKind.Moved },
        { nameof(AssessmentRecord.Movement), ChangeKind.Moved },
        { nameof(AssessmentRecord.IsProvisional), ChangeKind.Moved },
        { nameof(AssessmentRecord.Waiver), ChangeKind.Moved },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void ChangesSince_WhatDiffersInOneField_IsAChange(string field, ChangeKind kind)
    {
        var monitor = new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(p => p.PerformancePay));
        monitor.Add(new PayPeriod { EmployeeId = "7", Period = Period.Month(1998, 1), Target = 100, Actual = 70, CommittedPay = 1000 });
        var now = Assert.Single(monitor.Snapshot().FindAll()).ToRecord();
        Assert.Equal((Standing.Graded, 600m), (now.Standing, now.Payable));

        var told = field switch
        {
            nameof(AssessmentRecord.Standing) => now with { Standing = Standing.OnTrack },
            nameof(AssessmentRecord.Band) => now with { Band = "Other" },
            nameof(AssessmentRecord.Cause) => now with { Cause = "NoTarget" },
            nameof(AssessmentRecord.Factor) => now with { Factor = 0.61m },
            nameof(AssessmentRecord.Payable) => now with { Payable = 600.01m },
            nameof(AssessmentRecord.Currency) => now with { Currency = "EUR" },
            nameof(AssessmentRecord.Programme) => now with { Programme = "P" },
            nameof(AssessmentRecord.Movement) => now with { Movement = Movement.Stayed },
            nameof(AssessmentRecord.IsProvisional) => now with { IsProvisional = true },
            _ => now with
            {
                Waiver = new() { Rule = now.RuleId, Subject = "7", Reason = "r", ApprovedBy = "a", From = Day, Until = Day },
            },
        };

        var change = Assert.Single(monitor.Snapshot().ChangesSince([told]));
        Assert.Equal((kind, told, now), (change.Kind, change.Before, change.After));
    }

    /// <summary>What a monitor tells no change of: texts, numbers of the fact, and the fingerprint of a policy that says the same.</summary>
    [Fact]
    public void ChangesSince_WhatDiffersOtherwise_IsNone()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(p => p.PerformancePay));
        monitor.Add(new PayPeriod { EmployeeId = "7", Period = Period.Month(1998, 1), Target = 100, Actual = 70, CommittedPay = 1000 });
        var now = Assert.Single(monitor.Snapshot().FindAll()).ToRecord();

        Assert.Empty(monitor.Snapshot().ChangesSince([
            now with { Reason = "other", Value = 1, PolicyVersion = "0", PolicyFingerprint = "0", AsOf = Day.AddDays(-1), Payable = 600.000m, Fact = null },
        ]));
    }

    private static PolicyMonitor Loaded(Policy policy)
    {
        var monitor = new PolicyMonitor(policy, Day);
        monitor.AddRange(NorthwindDays.Orders);
        monitor.AddRange(NorthwindDays.Items);
        monitor.AddRange(NorthwindDays.Results);
        monitor.AddRange(NorthwindDays.Revenues);
        monitor.AddRange(NorthwindDays.Pay);
        monitor.AddRange(NorthwindDays.Plans);
        return monitor;
    }
}
