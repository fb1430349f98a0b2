using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>
/// An account becomes a key account when its revenue crosses a threshold, and joins or leaves the portfolio on that revenue (key-account-manager, KPIs).
/// </summary>
public sealed class KeyAccountTests
{
    private static readonly KeyAccountTerms Plain = new() { EntryThreshold = 100_000 };
    private static readonly KeyAccountTerms WithExit = new() { EntryThreshold = 100_000, ExitThreshold = 80_000 };

    [Theory]
    [InlineData("99999.99", "Standard")]
    [InlineData("99999.99999999999999999999999", "Standard")]
    [InlineData("100000", "Key")]
    [InlineData("100000.0000000000000000000001", "Key")]
    [InlineData("-100000", "Standard")]
    [InlineData("0", "Standard")]
    [InlineData("79228162514264337593543950335", "Key")]
    public void Revenue_AroundTheEntryThreshold_IsKeyFromItOn(string revenue, string band)
    {
        var a = Rule(Plain).Assess(Row("A", "2026-01", revenue));
        Assert.Equal((Standing.Graded, band), (a.Standing, a.Band));
    }

    [Fact]
    public void Revenue_WithoutAThreshold_IsUndeterminedAndSaysSo()
    {
        var a = Policy.Default.KeyAccount.Assess(Row("A", "2026-01", "1000000"));
        Assert.Equal((Standing.Undetermined, Cause.NoThreshold, null), (a.Standing, a.Cause, a.Band));
        Assert.Equal("Account A in 2026-01 cannot be placed: the policy states no threshold for key-account, and there is no default.", a.Reason);
    }

    [Fact]
    public void Track_WithOneThreshold_EntersStaysAndLeaves() =>
        Assert.Equal(
            "Standard Outside, Key Entered, Key Stayed, Standard Left, Standard Outside", Track(Plain, "99999.99", "100000", "100000", "99999.99", "0"));

    [Fact]
    public void Track_WithAnExitThreshold_StaysDownToIt() =>
        Assert.Equal("Standard Outside, Key Entered, Key Stayed, Key Stayed, Standard Left, Standard Outside, Key Entered",
            Track(WithExit, "99999", "100000", "80000.01", "80000", "79999.99", "99999.99", "100000"));

    [Fact]
    public void Track_InItsFirstPeriod_HasNoEntries() => Assert.Equal("Key Stayed, Key Stayed", Track(Plain, "100000", "100000"));

    [Fact]
    public void Track_OfAMemberWithoutARow_LeavesWithRevenueZero()
    {
        var rows = Rule(WithExit).Track(
            [Row("A", "2026-01", "100000"), Row("B", "2026-01", "1"), Row("B", "2026-02", "1"), Row("B", "2026-03", "1"), Row("A", "2026-03", "100000")],
            DateOnly.MaxValue);
        Assert.Equal("A 2026-01 Stayed, B 2026-01 Outside, B 2026-02 Outside, A 2026-02 Left, B 2026-03 Outside, A 2026-03 Entered", Movements(rows));
    }

    [Fact]
    public void Track_OfAMissingRow_SaysThatItCountsAsZero()
    {
        var rows = Rule(Plain).Track([Row("A", "2026-01", "100000"), Row("B", "2026-02", "1")], DateOnly.MaxValue).ToArray();
        Assert.Equal("Account A in 2026-02 has no row, which counts as 0; it leaves.", rows[2].Reason);
        Assert.Equal(((decimal?)0m, "Standard"), (rows[2].Value, rows[2].Band));
    }

    [Fact]
    public void Track_OfAPeriodThatNoAccountHas_IsNotAPeriodOfTheData() =>
        Assert.Equal(
            "A 2026-01 Stayed, A 2026-05 Stayed",
            Movements(Rule(Plain).Track([Row("A", "2026-01", "100000"), Row("A", "2026-05", "100000")], DateOnly.MaxValue)));

    [Fact]
    public void Track_OfAMissingRevenue_IsUndeterminedAndLeavesMembershipAsItWas()
    {
        Assert.Equal("Key Stayed, Undetermined, Key Stayed", Track(WithExit, "100000", null, "80000"));
        Assert.Equal("Standard Outside, Undetermined, Standard Outside", Track(WithExit, "1", null, "80000"));
        Assert.Equal("Undetermined, Key Entered", Track(WithExit, null, "100000"));
    }

    [Fact]
    public void Track_OfTwoRowsInOnePeriod_TakesTheFirst()
    {
        var rows = Rule(Plain).Track([Row("A", "2026-01", "1"), Row("A", "2026-01", "100000"), Row("A", "2026-02", "100000")], DateOnly.MaxValue).ToArray();
        Assert.Equal([Cause.None, Cause.Duplicate, Cause.None], rows.Select(r => r.Cause));
        Assert.Equal("A 2026-01 Outside, A 2026-01 Undetermined, A 2026-02 Entered", Movements(rows));
    }

    [Fact]
    public void Track_OfPeriodsThatHaveNotBegun_DoesNotCountThem()
    {
        var rows = Rule(Plain).Track([Row("A", "2026-01", "100000"), Row("B", "2026-02", "1"), Row("B", "2026-02", "1")], Dated.Day("2026-01-31")).ToArray();
        Assert.Equal([Standing.Graded, Standing.NotApplicable, Standing.NotApplicable], rows.Select(r => r.Standing));
        Assert.Equal(Dated.Day("2026-02-01"), rows[2].ChangesOn);
    }

    [Fact]
    public void Track_OfYearsAndMonths_FoldsThemApart() =>
        Assert.Equal("A 2026-01 Stayed, A 2026-02 Left, A 2025 Outside, A 2026 Entered",
            Movements(Rule(Plain).Track(
                [Row("A", "2026", "100000"), Row("A", "2026-01", "100000"), Row("A", "2025", "1"), Row("A", "2026-02", "1")], DateOnly.MaxValue)));

    private static string Track(KeyAccountTerms terms, params string?[] revenues) => string.Join(", ", Rule(terms)
        .Track(revenues.Select((revenue, i) => Row("A", $"{2026}-{i + 1:00}", revenue)), DateOnly.MaxValue)
        .Select(a => a.Movement is { } movement ? $"{a.Band} {movement}" : $"{a.Standing}"));

    private static string Movements(IEnumerable<Assessment> rows) =>
        string.Join(", ", rows.Select(a => $"{a.Subject} {a.Period} {a.Movement?.ToString() ?? a.Standing.ToString()}"));

    private static LifecycleRule<AccountRevenue> Rule(KeyAccountTerms terms) => new Policy(new PolicyTerms().With(terms)).KeyAccount;

    private static AccountRevenue Row(string account, string period, string? revenue) =>
        new() { AccountId = account, Period = Period.Parse(period), Revenue = Dated.NumberOrNone(revenue) };
}
