using AccountRules.Facts;

namespace AccountRules.Tests.Evaluation;

public sealed class ColumnAssessmentTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    /// <summary>Every number of rows around the number of lanes, whatever it is here.</summary>
    public static TheoryData<int> Rows => [.. Enumerable.Range(0, 67)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Deadline_OfAnyNumberOfRows_IsJudgedAndCountedRowByRow(int rows)
    {
        int[] from = [.. Enumerable.Range(0, rows).Select(i => Day.DayNumber - 60 - i)], until = [.. Enumerable.Repeat(DayColumns.Missing, rows)];
        Standing[] expected = [.. Enumerable.Range(60, rows).Select(days => days <= 75 ? Standing.OnTrack : days <= 90 ? Standing.AtRisk : Standing.Overdue)];
        var verdicts = new Verdict[rows];
        Policy.Default.FteFulfillment.Judge(new DayColumns(from, until), Day, verdicts);
        Assert.Equal(expected, verdicts.Select(v => v.Standing));
        Assert.Equal(expected.CountBy(s => s).OrderBy(c => c.Key).Select(c => (c.Key, (long)c.Value)),
            Policy.Default.FteFulfillment.CountByStanding(new DayColumns(from, until), Day).Select(c => (c.Standing, c.Count)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Amounts_OfAnyNumberOfRows_ArePlacedByTheirCuts(int rows)
    {
        var rule = Tier(Band.From(100_000m, "Key"), Band.Above(250_000.005m, "Large"));
        long[] cents = [.. Enumerable.Range(0, rows).Select(i => (i % 4) switch { 0 => 9_999_999L, 1 => 10_000_000, 2 => 25_000_000, _ => 25_000_001 })];
        var verdicts = new Verdict[rows];
        rule.Judge(new AmountColumn(cents, places: 2), verdicts);
        Assert.Equal(Enumerable.Range(0, rows).Select(i => (i % 4) switch { 0 => 0, 1 or 2 => 1, _ => 2 }), verdicts.Select(v => v.Grade));
        Assert.Equal(rows, rule.CountByStanding(new AmountColumn(cents, places: 2))[Standing.Graded]);
    }

    [Theory]
    [InlineData(0, "0.5", 0, 0)]
    [InlineData(0, "0.5", 1, 1)]
    [InlineData(0, "-0.5", 0, 1)]
    [InlineData(0, "-0.5", -1, 0)]
    [InlineData(2, "-0.5", -50, 0)]
    [InlineData(2, "-0.5", -49, 1)]
    [InlineData(28, "0.9", 8_999_999_999_999_999_999, 0)]
    [InlineData(0, "79228162514264337593543950335", long.MaxValue, 0)]
    [InlineData(0, "-79228162514264337593543950335", long.MinValue + 1, 1)]
    public void Amount_AtACutThatItsPlacesCannotWrite_IsExact(int places, string above, long digits, int grade)
    {
        var rule = Tier(Band.Above(decimal.Parse(above, System.Globalization.CultureInfo.InvariantCulture), "Past"));
        var verdicts = new Verdict[1];
        rule.Judge(new AmountColumn([digits], places), verdicts);
        Assert.Equal(grade, verdicts[0].Grade);
    }

    [Fact]
    public void Amount_ThatIsMissing_IsUndetermined()
    {
        var verdicts = new Verdict[3];
        Tier(Band.From(5m, "Past")).Judge(new AmountColumn([5, AmountColumn.Missing, 4], places: 0), verdicts);
        Assert.Equal([Cause.None, Cause.NoAmount, Cause.None], verdicts.Select(v => v.Cause));
        Assert.Equal([1, 0], [verdicts[0].Grade, verdicts[2].Grade]);
    }

    [Theory]
    [InlineData(80, 100, "Partial")]
    [InlineData(81, 100, "Full")]
    [InlineData(8_000_000_000_000_000_000, 9_223_372_036_854_775_807, "Full")]
    [InlineData(4_611_686_018_427_387_904, 5_764_607_523_034_234_880, "Partial")]
    [InlineData(4_611_686_018_427_387_905, 5_764_607_523_034_234_880, "Full")]
    [InlineData(-9_223_372_036_854_775_807, 1, "Pip")]
    public void Ratio_OfLargeNumbers_IsExact(long part, long whole, string band)
    {
        var rule = Policy.Default.PerformancePay;
        var verdicts = new Verdict[9];
        rule.Judge(new RatioColumns([1, 1, 1, 1, part, 1, 1, 1, 1], [1, 1, 1, 1, whole, 1, 1, 1, 1]), verdicts);
        Assert.Equal(band, rule.Grades[verdicts[4].Grade].Band);
        Assert.All(verdicts.Where((_, i) => i != 4), v => Assert.Equal("Full", rule.Grades[v.Grade].Band));
    }

    [Fact]
    public void Ratio_WhereLowerIsBetter_TakesAnActualOfZeroAsMet()
    {
        var verdicts = new Verdict[5];
        Policy.Default.KpiAttainment.Judge(new RatioColumns([0, 100, 118, -3, 5], [10, 85, 100, 10, 0], lowerIsBetter: true), verdicts);
        Assert.Equal([Standing.Met, Standing.Missed, Standing.Missed, Standing.Met, Standing.Undetermined], verdicts.Select(v => v.Standing));
    }

    [Theory]
    [InlineData(-2, "start", 0)]
    [InlineData(3_652_059, "end", 1)]
    public void Day_ThatIsNone_IsNamedByItsRow(int day, string what, int row)
    {
        var problem = Assert.Throws<ArgumentException>(() => what == "start" ? new DayColumns([day, 5], [1, 2]).Count : new DayColumns([4, 5], [1, day]).Count);
        Assert.StartsWith(
            $"The {what} at row {row} is {day}, which is no day's number: give one from 0 to 3652058, or -1 where there is none.",
            problem.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_ThatDoNotFit_AreRefused()
    {
        Assert.StartsWith(
            "The columns have 1 starts and 2 ends",
            Assert.Throws<ArgumentException>(() => new DayColumns([1], [1, 2]).Count).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The columns have 2 parts and 1 wholes",
            Assert.Throws<ArgumentException>(() => new RatioColumns([1, 2], [1]).Count).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AmountColumn([1], places: 29).Count);
        Assert.StartsWith("Rule `performance-pay` measures Ratio, and these columns hold what is measured as Amount.",
            Assert.Throws<ArgumentException>(() => Policy.Default.PerformancePay.CountByStanding(new AmountColumn([1], places: 0))).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("There is room for 1 verdicts",
            Assert.Throws<ArgumentException>(() => Policy.Default.PerformancePay.Judge(new RatioColumns([1, 2], [1, 2]), new Verdict[1])).Message,
            StringComparison.Ordinal);
    }

    private static TierRule<AccountRevenue> Tier(params Band[] bands) => new(
        new RuleInfo("size"), Measure.Amount<AccountRevenue>(r => r.Revenue), new Scale([Band.Lowest("Small"), .. bands]),
        new FactShape<AccountRevenue>(r => r.AccountId));
}
