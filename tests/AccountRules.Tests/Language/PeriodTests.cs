using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Language;

public sealed class PeriodTests
{
    private static readonly Gen<Period> Any = Of(Gen.Frequency((8, Gen.Choose(1, 9999)), (1, Gen.Elements(1, 2024, 9999))));

    /// <summary>Few enough that two often begin on the same day.</summary>
    private static readonly Gen<Period> Near = Of(Gen.Choose(2024, 2025));

    [Fact]
    public void Period_WrittenAndReadAgain_IsTheSame() =>
        Check.One(Generated.Cases(), Prop.ForAll(Any.ToArbitrary(), period =>
        {
            Assert.Equal(period, Period.Parse(period.ToString()));
            Assert.True(Period.TryParse(period.ToString(), provider: null, out var read));
            Assert.Equal(period, read);
        }));

    [Fact]
    public void Periods_OfTheCalendar_AreOrderedByFirstDayThenShorterFirst() =>
        Check.One(Generated.Cases(1_000), Prop.ForAll(
            (from a in Near from b in Near select (a, b)).ToArbitrary(), x =>
            {
                var expected = (x.a.Start, x.a.End).CompareTo((x.b.Start, x.b.End));
                Assert.Equal(Math.Sign(expected), Math.Sign(x.a.CompareTo(x.b)));
                Assert.Equal(
                    (expected < 0, expected > 0, expected <= 0, expected >= 0, expected == 0), (x.a < x.b, x.a > x.b, x.a <= x.b, x.a >= x.b, x.a == x.b));
            }));

    [Theory]
    [InlineData("1998", "1998-01-01", "1998-12-31")]
    [InlineData("1998-Q1", "1998-01-01", "1998-03-31")]
    [InlineData("1998-Q2", "1998-04-01", "1998-06-30")]
    [InlineData("1998-Q4", "1998-10-01", "1998-12-31")]
    [InlineData("1998-02", "1998-02-01", "1998-02-28")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("0001", "0001-01-01", "0001-12-31")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    [InlineData("9999-Q4", "9999-10-01", "9999-12-31")]
    public void Period_Read_HasItsFirstAndLastDay(string text, string start, string end)
    {
        var period = Period.Parse(text);
        Assert.Equal((Rules.Dated.Day(start), Rules.Dated.Day(end), text), (period.Start, period.End, period.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("98")]
    [InlineData("998")]
    [InlineData("0000")]
    [InlineData("19980")]
    [InlineData("1998-")]
    [InlineData("1998-0")]
    [InlineData("1998-00")]
    [InlineData("1998-13")]
    [InlineData("1998-5")]
    [InlineData("1998-005")]
    [InlineData("1998-Q0")]
    [InlineData("1998-Q5")]
    [InlineData("1998-q1")]
    [InlineData("1998Q1")]
    [InlineData("1998-Q")]
    [InlineData("1998-Q11")]
    [InlineData("1998/05")]
    [InlineData("199805")]
    [InlineData("05-1998")]
    [InlineData(" 1998")]
    [InlineData("1998 ")]
    [InlineData("+998")]
    [InlineData("-998")]
    [InlineData("1998-+5")]
    [InlineData("1998-05-01")]
    [InlineData("١٩٩٨")]
    [InlineData("202\0")]
    [InlineData("1998-5\0")]
    [InlineData("1998-Q\0")]
    public void Text_ThatIsNoPeriod_IsRefusedWithWhatIsAllowed(string text)
    {
        Assert.False(Period.TryParse(text, provider: null, out var period));
        Assert.Equal(default, period);
        Assert.EndsWith(
            "is not a period: write a year as 2026, a quarter as 2026-Q2, a month as 2026-05.",
            Assert.Throws<FormatException>(() => Period.Parse(text)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void NoText_IsNoPeriod()
    {
        Assert.False(Period.TryParse(s: null, provider: null, out _));
        Assert.Throws<ArgumentNullException>(() => Period.Parse(null!));
    }

    [Fact]
    public void Default_OfPeriod_IsNoPeriod()
    {
        Assert.Equal("", default(Period).ToString());
        Assert.NotEqual(default, Period.Year(1));
        Assert.NotEqual(default, Period.Month(1, 1));
        Assert.False(default(Period).IsFollowedBy(default));
        Assert.True(default(Period).Start <= default(Period).End);
    }

    [Theory]
    [InlineData("2025-12", "2026-01", true)]
    [InlineData("2025-11", "2026-01", false)]
    [InlineData("2026-01", "2025-12", false)]
    [InlineData("2025-Q4", "2026-Q1", true)]
    [InlineData("2025-Q4", "2026-01", false)]
    [InlineData("2025", "2026", true)]
    [InlineData("2025", "2025", false)]
    public void Period_FollowedByAnother_HasNoGapAndTheSameLength(string first, string second, bool follows) =>
        Assert.Equal(follows, Period.Parse(first).IsFollowedBy(Period.Parse(second)));

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(10000, 1, 1)]
    [InlineData(2026, 0, 0)]
    [InlineData(2026, 5, 13)]
    public void Period_OutOfTheCalendar_CannotBeMade(int year, int quarter, int month)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Quarter(year, quarter));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Month(year, month));
        if (year != 2026)
            Assert.Throws<ArgumentOutOfRangeException>(() => Period.Year(year));
    }

    private static Gen<Period> Of(Gen<int> years) =>
        from year in years
        from kind in Gen.Choose(0, 16)
        select kind == 0 ? Period.Year(year) : kind <= 4 ? Period.Quarter(year, kind) : Period.Month(year, kind - 4);
}
