using System.Text.Json;
using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>"A deadline can be paused: a fact's paused days, with reason." The first and the last day of a pause are in it.</summary>
public sealed class PauseTests
{
    private static readonly FteOrder Order = new() { OrderId = "7", AccountId = "A", OrderedOn = new(2026, 1, 1) };

    // Without a pause day 90 of 1 January is 1 April.
    [Theory]
    [InlineData("2026-04-01", null, Standing.AtRisk, 90)]
    [InlineData("2026-04-02", null, Standing.Overdue, 91)]
    [InlineData("2026-04-11", "2026-02-01/2026-02-10 away", Standing.AtRisk, 90)]
    [InlineData("2026-04-12", "2026-02-01/2026-02-10 away", Standing.Overdue, 91)]
    [InlineData("2026-02-05", "2026-02-01/2026-02-10 away", Standing.OnTrack, 30)]
    [InlineData("2026-02-10", "2026-02-01/2026-02-10 away", Standing.OnTrack, 30)]
    [InlineData("2026-02-11", "2026-02-01/2026-02-10 away", Standing.OnTrack, 31)]
    [InlineData("2026-04-02", "2026-02-01/2026-02-01 a day", Standing.AtRisk, 90)]
    [InlineData("2026-04-11", "2026-02-01/2026-02-07 one; 2026-02-05/2026-02-10 the other", Standing.AtRisk, 90)]
    [InlineData("2026-09-01", "2026-02-01/ waiting for papers", Standing.OnTrack, 30)]
    [InlineData("2026-04-01", "2025-11-01/2026-01-01 before it began", Standing.AtRisk, 90)]
    [InlineData("2026-04-02", "2026-04-02/2026-04-20 too late", Standing.AtRisk, 90)]
    [InlineData("2026-04-21", "2026-04-02/2026-04-20 too late", Standing.Overdue, 91)]
    public void FteOrder_WithPauses_IsCountedWithoutTheirDays(string asOf, string? pauses, Standing standing, int days)
    {
        var assessment = Policy.Default.FteFulfillment.Assess(Order with { Pauses = pauses is null ? null : Pauses.Parse(pauses) }, Dated.Day(asOf));
        Assert.Equal((standing, days), (assessment.Standing, (int)assessment.Value!));
    }

    [Fact]
    public void FteOrder_Paused_IsDueLaterAndSaysWhy()
    {
        var order = Order with { Pauses = [new(new(2026, 2, 1), new(2026, 2, 10), "client on holiday"), new(new(2026, 3, 1), null, "waiting")] };
        var assessment = Policy.Default.FteFulfillment.Assess(order, new(2026, 2, 20));
        Assert.Equal(
            "Order 7 is open for 40 of 90 days, due on a day that is not known yet. Not counted: 2026-02-01 to 2026-02-10 (client on holiday).",
            assessment.Reason);
        Assert.Equal((null, null), (assessment.DueOn, assessment.ChangesOn));
        var ended = order with { Pauses = [order.Pauses![0]] };
        assessment = Policy.Default.FteFulfillment.Assess(ended, new(2026, 2, 20));
        Assert.Equal((new(2026, 4, 11), new DateOnly(2026, 3, 28)), (assessment.DueOn!.Value, assessment.ChangesOn!.Value));
        Assert.Equal(
            "Order 7 is open for 40 of 90 days, due 2026-04-11. Not counted: 2026-02-01 to 2026-02-10 (client on holiday).", assessment.Reason);
        Assert.Equal("2026-02-01/2026-02-10 client on holiday", assessment.ToRecord().Inputs.Single(i => i.Name == "pauses").Value);
    }

    [Fact]
    public void FteOrder_WithAnImpossiblePause_IsUndetermined()
    {
        var assessment = Policy.Default.FteFulfillment.Assess(Order with { Pauses = [new(new(2026, 2, 2), new(2026, 2, 1), "typing")] }, new(2026, 2, 20));
        Assert.Equal((Standing.Undetermined, Cause.ImpossiblePause), (assessment.Standing, assessment.Cause));
        Assert.Equal("Order 7 has a pause that ends before it begins.", assessment.Reason);
    }

    /// <summary>Monday 2 March and Tuesday 3 are paused, and so is Sunday 1: of the two working days each counts once.</summary>
    [Fact]
    public void FteOrder_PausedOverAWeekend_LosesWorkingDaysOnly()
    {
        var policy = new Policy(new PolicyTerms()
            .With(new WorkingDaysTerms { Calendars = [new() { Name = "week" }] })
            .With(new FteFulfillmentTerms { LimitDays = 5, AtRiskFromDay = 4, Calendar = "week" }));
        var order = new FteOrder { OrderId = "7", OrderedOn = new(2026, 2, 27), Pauses = [new(new(2026, 3, 1), new(2026, 3, 3), "away")] };
        Assert.Equal(new(2026, 3, 10), policy.FteFulfillment.Assess(order, new(2026, 3, 5)).DueOn);
        Assert.Equal(2, policy.FteFulfillment.Assess(order, new(2026, 3, 5)).Value);
        Assert.Equal(Standing.Overdue, policy.FteFulfillment.Assess(order, new(2026, 3, 11)).Standing);
    }

    /// <summary>Half of 10 heads by day 45 of 90; ten days of it stood still.</summary>
    [Theory]
    [InlineData("2026-02-25", Standing.OnTrack)]
    [InlineData("2026-02-26", Standing.AtRisk)]
    public void FteAcquisition_Paused_HasMoreTime(string asOf, Standing standing)
    {
        var order = Order with { Headcount = 10, FilledHeadcount = 5, Pauses = [new(new(2026, 1, 11), new(2026, 1, 20), "away")] };
        Assert.Equal(standing, Policy.Default.FteAcquisition.Assess(order, Dated.Day(asOf)).Standing);
    }

    [Theory]
    [InlineData("2026-02-01/2026-02-10 away")]
    [InlineData("2026-02-01/ away; 2026-02-01/2026-02-10 so ;; and so")]
    [InlineData("2026-02-01/2026-02-10 ends with ;;; 2026-03-01/ ;;begins with")]
    public void Pauses_WrittenAndRead_AreTheSame(string text)
    {
        var pauses = Pauses.Parse(text);
        Assert.Equal(text, pauses.ToString());
        Assert.Equal(pauses, JsonSerializer.Deserialize<Pauses>(JsonSerializer.Serialize(pauses)));
        var order = Order with { Pauses = pauses };
        Assert.Equal(order, JsonSerializer.Deserialize<FteOrder>(JsonSerializer.Serialize(order)));
    }

    [Theory]
    [InlineData("2026-02-01")]
    [InlineData("2026-02-01/")]
    [InlineData("2026-02-01/2026-02-10")]
    [InlineData("2026-02-01/2026-02-10 ")]
    [InlineData("2026-02-01/2026-2-10 away")]
    [InlineData("2026-02-30/ away")]
    [InlineData("2026-02-01/ away;")]
    [InlineData("; 2026-02-01/ away")]
    [InlineData("away")]
    public void Text_ThatIsNoPauses_IsRefused(string text)
    {
        Assert.False(Pauses.TryParse(text, provider: null, out _));
        Assert.Contains("write each as 2026-03-02/2026-03-06", Assert.Throws<FormatException>(() => Pauses.Parse(text)).Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Pauses>(JsonSerializer.Serialize(text)));
    }

    [Fact]
    public void Pause_WithoutAReason_IsRefused()
    {
        Assert.Contains("has no reason", Assert.Throws<ArgumentException>(() => new Pause(new(2026, 1, 1), null, " ")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Pause(new(2026, 1, 1), null, "away") with { Reason = "" });
        Assert.Throws<ArgumentException>(() => Pauses.Of([null!]));
    }

    /// <summary>Due on 30 April by its own date: days before it are not counted at all, so that a pause in them changes nothing, and is not told.</summary>
    [Fact]
    public void Reason_OfPausesThatPlayNoPart_DoesNotTellThem()
    {
        var item = new ActionItem
        {
            ItemId = "a",
            AgreedOn = new(2026, 3, 1),
            DueOn = new(2026, 4, 30),
            Pauses = [new(new(2026, 4, 18), new(2026, 4, 25), "away")],
        };
        Assert.Equal("Action item a is due on 2026-04-30, in 10 days.", Policy.Default.ActionItem.Assess(item, new(2026, 4, 20)).Reason);
        var order = Order with
        {
            FulfilledOn = new(2026, 2, 1),
            Pauses = [new(new(2026, 1, 10), new(2026, 1, 10), "a day"), new(new(2026, 2, 8), null, "late")],
        };
        Assert.EndsWith("Not counted: 2026-01-10 (a day).", Policy.Default.FteFulfillment.Assess(order, new(2026, 3, 1)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FteAcquisition_OfAPausedOrder_TellsAndRecordsIt()
    {
        var order = Order with { Headcount = 10, FilledHeadcount = 5, Pauses = [new(new(2026, 1, 11), new(2026, 1, 20), "away")] };
        var assessment = Policy.Default.FteAcquisition.Assess(order, new(2026, 2, 25));
        Assert.EndsWith("Not counted: 2026-01-11 to 2026-01-20 (away).", assessment.Reason, StringComparison.Ordinal);
        Assert.Equal("2026-01-11/2026-01-20 away", assessment.ToRecord().Inputs.Single(i => i.Name == "pauses").Value);
    }
}
