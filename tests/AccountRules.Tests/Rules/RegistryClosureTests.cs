using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>A Master Action Registry item is closed within 30 to 60 days of being added, with a focus on Q2 and Q3 (expectations 4).</summary>
public sealed class RegistryClosureTests
{
    private static DeadlineRule<RegistryItem> Rule => Tested.Policy.RegistryClosure;

    [Theory]
    [InlineData(0, Standing.OnTrack, Standing.Met, "OnTarget")]
    [InlineData(29, Standing.OnTrack, Standing.Met, "OnTarget")]
    [InlineData(30, Standing.OnTrack, Standing.Met, "OnTarget")]
    [InlineData(31, Standing.AtRisk, Standing.Met, "WithinWindow")]
    [InlineData(32, Standing.AtRisk, Standing.Met, "WithinWindow")]
    [InlineData(59, Standing.AtRisk, Standing.Met, "WithinWindow")]
    [InlineData(60, Standing.AtRisk, Standing.Met, "WithinWindow")]
    [InlineData(61, Standing.Overdue, Standing.Late, "Breach")]
    [InlineData(62, Standing.Overdue, Standing.Late, "Breach")]
    public void Item_AfterDays_StandsAsThePolicySays(int days, Standing open, Standing closed, string band)
    {
        var day = Dated.Start.AddDays(days);
        var whileOpen = Rule.Assess(Item(closedOn: null), day);
        var onceClosed = Rule.Assess(Item(day), day);
        Assert.Equal((open, band, (decimal?)days), (whileOpen.Standing, whileOpen.Band, whileOpen.Value));
        Assert.Equal((closed, band, (decimal?)days), (onceClosed.Standing, onceClosed.Band, onceClosed.Value));
        Assert.Equal(Dated.Start.AddDays(60), whileOpen.DueOn);
    }

    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-03-31", false)]
    [InlineData("2026-04-01", true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-12-31", false)]
    public void Item_AddedInSecondOrThirdQuarter_IsInFocus(string added, bool focus) => Assert.Equal(focus, FocusOf(Rule, added));

    [Theory]
    [InlineData("2026-04-30", 1, false)]
    [InlineData("2026-07-01", 1, false)]
    [InlineData("2026-04-01", 4, false)]     // the fiscal year begins in April: its quarters 2 and 3 are July to December
    [InlineData("2026-06-30", 4, false)]
    [InlineData("2026-07-01", 4, true)]
    [InlineData("2026-12-31", 4, true)]
    [InlineData("2027-01-01", 4, false)]
    [InlineData("2026-01-31", 11, false)]    // and in November: February to July
    [InlineData("2026-02-01", 11, true)]
    [InlineData("2026-07-31", 11, true)]
    [InlineData("2026-08-01", 11, false)]
    public void Item_InAnotherFiscalYear_IsInFocusInItsQuarters(string added, int startMonth, bool focus)
    {
        TermList<int> quarters = startMonth == 1 ? [1, 4] : [2, 3];
        var rule = new Policy(new PolicyTerms().With(new RegistryClosureTerms { FocusQuarters = quarters, FiscalYearStartMonth = startMonth })).RegistryClosure;
        Assert.Equal(focus, FocusOf(rule, added));
    }

    [Fact]
    public void Item_WithoutDate_IsUndeterminedAndOutOfFocus()
    {
        var a = Rule.Assess(new RegistryItem { ItemId = "R", AddedOn = null }, Dated.Start);
        Assert.Equal((Standing.Undetermined, Cause.NoStart, (bool?)false), (a.Standing, a.Cause, a.Focus));
    }

    [Fact]
    public void Item_ClosedBeforeItWasAdded_IsUndetermined() =>
        Assert.Equal(Cause.EndBeforeStart, Rule.Judge(Item(Dated.Start.AddDays(-1)), Dated.Start).Cause);

    [Fact]
    public void Item_WithTargetZero_IsOnTargetOnlyOnItsOwnDay()
    {
        var rule = new Policy(new PolicyTerms().With(new RegistryClosureTerms { TargetDays = 0, LimitDays = 1 })).RegistryClosure;
        Assert.Equal(
            ["OnTarget", "WithinWindow", "Breach"], Enumerable.Range(0, 3).Select(day => rule.Assess(Item(closedOn: null), Dated.Start.AddDays(day)).Band));
    }

    private static bool? FocusOf(DeadlineRule<RegistryItem> rule, string added) =>
        rule.Assess(new RegistryItem { ItemId = "R", AddedOn = Dated.Day(added) }, Dated.Day(added)).Focus;

    private static RegistryItem Item(DateOnly? closedOn) => new() { ItemId = "R-7", AddedOn = Dated.Start, ClosedOn = closedOn };
}
