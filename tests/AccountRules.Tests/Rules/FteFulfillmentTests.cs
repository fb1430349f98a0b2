using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>An FTE order is fulfilled at most 90 days from the date of order (expectations 2).</summary>
public sealed class FteFulfillmentTests
{
    private static DeadlineRule<FteOrder> Rule => Tested.Policy.FteFulfillment;

    [Theory]
    [InlineData(0, Standing.OnTrack, "Clear")]
    [InlineData(74, Standing.OnTrack, "Clear")]
    [InlineData(75, Standing.OnTrack, "Clear")]
    [InlineData(76, Standing.AtRisk, "NearLimit")]
    [InlineData(77, Standing.AtRisk, "NearLimit")]
    [InlineData(89, Standing.AtRisk, "NearLimit")]
    [InlineData(90, Standing.AtRisk, "NearLimit")]
    [InlineData(91, Standing.Overdue, "OverLimit")]
    [InlineData(92, Standing.Overdue, "OverLimit")]
    [InlineData(5000, Standing.Overdue, "OverLimit")]
    public void OpenOrder_AfterDays_StandsAsThePolicySays(int days, Standing standing, string band)
    {
        var a = Rule.Assess(Order(fulfilledOn: null), Dated.Start.AddDays(days));
        Assert.Equal((standing, band, (decimal?)days, Dated.Day("2026-05-31")), (a.Standing, a.Band, a.Value, a.DueOn));
    }

    [Theory]
    [InlineData(0, Standing.Met, "Clear")]
    [InlineData(75, Standing.Met, "Clear")]
    [InlineData(76, Standing.Met, "NearLimit")]
    [InlineData(89, Standing.Met, "NearLimit")]
    [InlineData(90, Standing.Met, "NearLimit")]
    [InlineData(91, Standing.Late, "OverLimit")]
    [InlineData(92, Standing.Late, "OverLimit")]
    public void FulfilledOrder_AfterDays_StandsAsThePolicySays(int days, Standing standing, string band)
    {
        var end = Dated.Start.AddDays(days);
        foreach (var asOf in new[] { end, end.AddDays(1), end.AddDays(4000), DateOnly.MaxValue })
        {
            var a = Rule.Assess(Order(end), asOf);
            Assert.Equal((standing, band, (decimal?)days), (a.Standing, a.Band, a.Value));
        }
    }

    [Theory]
    [InlineData("2026-03-01", nameof(Cause.NotBegun), Standing.NotApplicable, null)]
    [InlineData("2026-03-02", nameof(Cause.None), Standing.OnTrack, null)]
    [InlineData("2026-03-01", nameof(Cause.NotBegun), Standing.NotApplicable, "2026-02-01")]
    [InlineData("2026-03-02", nameof(Cause.EndBeforeStart), Standing.Undetermined, "2026-03-01")]
    [InlineData("2026-03-02", nameof(Cause.None), Standing.Met, "2026-03-02")]
    [InlineData("2026-03-02", nameof(Cause.None), Standing.OnTrack, "2026-03-03")]
    [InlineData("2026-06-01", nameof(Cause.None), Standing.Overdue, "2026-06-02")]
    public void Order_AsOf_KnowsOnlyWhatHadHappened(string asOf, string cause, Standing standing, string? fulfilledOn)
    {
        var a = Rule.Assess(Order(Dated.DayOrNone(fulfilledOn)), Dated.Day(asOf));
        Assert.Equal((cause, standing), (a.Cause.Code, a.Standing));
    }

    [Fact]
    public void Order_WithoutDate_IsUndetermined()
    {
        var a = Rule.Assess(new FteOrder { OrderId = "7", OrderedOn = null, FulfilledOn = Dated.Start }, Dated.Start);
        Assert.Equal((Standing.Undetermined, Cause.NoStart, null, null, null, null), (a.Standing, a.Cause, a.Band, a.Value, a.DueOn, a.ChangesOn));
    }

    [Theory]
    [InlineData("2024-02-29", "2024-05-29")]
    [InlineData("2024-02-28", "2024-05-28")]
    [InlineData("2023-02-28", "2023-05-29")]
    [InlineData("2023-12-01", "2024-02-29")]
    public void Order_AcrossALeapDay_IsDueNinetyCalendarDaysLater(string ordered, string due)
    {
        var order = new FteOrder { OrderId = "7", OrderedOn = Dated.Day(ordered) };
        Assert.Equal(Dated.Day(due), Rule.Assess(order, Dated.Day(ordered)).DueOn);
        Assert.Equal(Standing.AtRisk, Rule.Judge(order, Dated.Day(due)).Standing);
        Assert.Equal(Standing.Overdue, Rule.Judge(order, Dated.Day(due).AddDays(1)).Standing);
    }

    [Fact]
    public void Order_AtTheEndOfTheCalendar_HasNoDueDateAndIsOnTrack()
    {
        var a = Rule.Assess(new FteOrder { OrderId = "7", OrderedOn = DateOnly.MaxValue }, DateOnly.MaxValue);
        Assert.Equal((Standing.OnTrack, null, null), (a.Standing, a.DueOn, a.ChangesOn));
    }

    [Fact]
    public void Order_WithinFifteenAndThirty_FollowsTheTerms()
    {
        var rule = new Policy(new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 30, AtRiskFromDay = 15 })).FteFulfillment;
        Assert.Equal([Standing.OnTrack, Standing.AtRisk, Standing.AtRisk, Standing.Overdue],
            new[] { 14, 15, 30, 31 }.Select(days => rule.Judge(Order(fulfilledOn: null), Dated.Start.AddDays(days)).Standing));
    }

    private static FteOrder Order(DateOnly? fulfilledOn) => new() { OrderId = "1042", OrderedOn = Dated.Start, FulfilledOn = fulfilledOn };
}
