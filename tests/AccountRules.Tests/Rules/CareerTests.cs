using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>From entry level to senior after three to five years (duties, Career Path).</summary>
public sealed class CareerTests
{
    private static TierRule<Employment> Rule => Tested.Policy.Career;

    [Theory]
    [InlineData("2026-03-02", 0, "Entry")]
    [InlineData("2027-03-01", 0, "Entry")]
    [InlineData("2027-03-02", 1, "Entry")]
    [InlineData("2029-03-01", 2, "Entry")]
    [InlineData("2029-03-02", 3, "Eligible")]
    [InlineData("2029-03-03", 3, "Eligible")]
    [InlineData("2031-03-02", 5, "Eligible")]
    [InlineData("2031-03-03", 5, "Eligible")]
    [InlineData("2032-03-01", 5, "Eligible")]
    [InlineData("2032-03-02", 6, "BeyondTypical")]
    [InlineData("2060-03-02", 34, "BeyondTypical")]
    public void FullYears_InARole_AreGraded(string asOf, int years, string band) => Is(Dated.Start, asOf, years, band);

    [Theory]
    [InlineData("2024-02-29", "2027-02-27", 2, "Entry")]
    [InlineData("2024-02-29", "2027-02-28", 3, "Eligible")]
    [InlineData("2024-02-29", "2028-02-28", 3, "Eligible")]
    [InlineData("2024-02-29", "2028-02-29", 4, "Eligible")]
    [InlineData("2024-02-29", "2030-02-27", 5, "Eligible")]
    [InlineData("2024-02-29", "2030-02-28", 6, "BeyondTypical")]
    [InlineData("2025-02-28", "2028-02-27", 2, "Entry")]
    [InlineData("2025-02-28", "2028-02-28", 3, "Eligible")]
    [InlineData("2025-03-01", "2028-02-29", 2, "Entry")]
    [InlineData("2025-03-01", "2028-03-01", 3, "Eligible")]
    public void Year_AroundTheEndOfFebruary_IsFullOnItsAnniversary(string since, string asOf, int years, string band) =>
        Is(Dated.Day(since), asOf, years, band);

    [Fact]
    public void Role_WithoutADate_IsUndetermined()
    {
        var a = Rule.Assess(Since(null), Dated.Start);
        Assert.Equal((Standing.Undetermined, Cause.NoStart, null, null), (a.Standing, a.Cause, a.Band, a.Value));
    }

    [Fact]
    public void Role_ThatHasNotBegun_IsNotApplicableUntilItHas()
    {
        var a = Rule.Assess(Since(Dated.Start), Dated.Start.AddDays(-1));
        Assert.Equal((Standing.NotApplicable, null, Dated.Start), (a.Standing, a.Band, a.ChangesOn));
    }

    [Theory]
    [InlineData("2026-03-02", "2029-03-02")]
    [InlineData("2029-03-01", "2029-03-02")]
    [InlineData("2029-03-02", "2032-03-02")]
    [InlineData("2032-03-01", "2032-03-02")]
    [InlineData("2032-03-02", null)]
    public void Band_ChangesOnTheThirdAndTheSixthAnniversary(string asOf, string? changesOn)
    {
        var a = Rule.Assess(Since(Dated.Start), Dated.Day(asOf));
        Assert.Equal((Dated.DayOrNone(changesOn), null), (a.ChangesOn, a.StandingChangesOn));
    }

    /// <summary>The third and the sixth year of a 29 February end on a 28th.</summary>
    [Theory]
    [InlineData("2027-02-27", "2027-02-28")]
    [InlineData("2027-02-28", "2030-02-28")]
    public void Band_From29February_ChangesOn28February(string asOf, string changesOn) =>
        Assert.Equal(Dated.Day(changesOn), Rule.Assess(Since(new(2024, 2, 29)), Dated.Day(asOf)).ChangesOn);

    [Theory]
    [InlineData("2027-02-28", "Entry")]
    [InlineData("2028-03-01", "Entry")]
    [InlineData("2028-03-02", "Eligible")]
    [InlineData("2029-03-01", "Eligible")]
    [InlineData("2029-03-02", "BeyondTypical")]
    public void TwoEqualTerms_LeaveOneYearToBeEligible(string asOf, string band)
    {
        var rule = new Policy(new PolicyTerms().With(new CareerTerms { EligibleFromYears = 2, TypicalUpToYears = 2 })).Career;
        Assert.Equal(band, rule.Assess(Since(Dated.Start), Dated.Day(asOf)).Band);
    }

    [Theory]
    [InlineData("""{ "eligibleFromYears": 6 }""", "$.career.typicalUpToYears")]
    [InlineData("""{ "typicalUpToYears": 2 }""", "$.career.typicalUpToYears")]
    [InlineData("""{ "eligibleFromYears": 0 }""", "$.career.eligibleFromYears")]
    [InlineData("""{ "typicalUpToYears": 101 }""", "$.career.typicalUpToYears")]
    public void Terms_OutOfOrderOrRange_AreRefused(string section, string path) =>
        Assert.Equal(path, Assert.Single(Assert.Throws<PolicyException>(() => Policy.Parse($$"""{ "career": {{section}} }""")).Problems).Path);

    [Fact]
    public void Reading_SaysWhereBeyondTypicalBegins_AndThatItIsARecommendation()
    {
        Assert.Contains("five years and a day are five full years", Rule.Info.Reading, StringComparison.Ordinal);
        Assert.Contains("begins with six", Rule.Info.Reading, StringComparison.Ordinal);
        Assert.Contains("A recommendation", Rule.Info.Reading, StringComparison.Ordinal);
        Assert.Equal(new Citation("duties", "Career Path"), Rule.Info.Citation);
    }

    [Fact]
    public void Reason_SaysTheFullYears() =>
        Assert.Equal("Employee ann has 5 years: Eligible.", Rule.Assess(Since(Dated.Start), Dated.Day("2032-03-01")).Reason);

    private static void Is(DateOnly since, string asOf, int years, string band)
    {
        var a = Rule.Assess(Since(since), Dated.Day(asOf));
        Assert.Equal((Standing.Graded, band, (decimal?)years), (a.Standing, a.Band, a.Value));
    }

    private static Employment Since(DateOnly? since) => new() { EmployeeId = "ann", Role = "Account Manager", RoleSince = since };
}
