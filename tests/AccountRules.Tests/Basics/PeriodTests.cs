using System.Globalization;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Basics;

public sealed class PeriodTests
{
    private static readonly Gen<Period> Any = Of(Gen.Frequency(
        (8, Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber)),
        (1, Gen.Choose(0, 60).Select(DateOnly.MinValue.AddDays)),
        (1, Gen.Choose(0, 60).Select(days => DateOnly.MaxValue.AddDays(-days))),
        (1, Gen.Elements(new DateOnly(2024, 2, 29), new(2026, 12, 31), new(2027, 1, 1), new(2027, 2, 14), new(2032, 2, 16)))));

    /// <summary>Few enough that two often begin on the same day.</summary>
    private static readonly Gen<Period> Near = Of(Gen.Choose(0, 45).Select(new DateOnly(2024, 1, 1).AddDays));

    [Fact]
    public void Period_WrittenAndReadAgain_IsTheSame() =>
        Check.One(Generated.Cases(), Prop.ForAll(Any.ToArbitrary(), period =>
        {
            Assert.Equal(period, Period.Parse(period.ToString()));
            Assert.True(Period.TryParse(period.ToString(), provider: null, out var read));
            Assert.Equal(period, read);
        }));

    [Fact]
    public void Period_OfItsFirstAndLastDay_IsTheSame() =>
        Check.One(Generated.Cases(), Prop.ForAll(Any.ToArbitrary(), period =>
        {
            Assert.Equal(period, Period.Days(period.Start, period.End));
            Assert.Equal(period, Period.Parse($"{period.Start:O}/{period.End:O}"));
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

    [Fact]
    public void Next_OfAnyPeriod_BeginsTheDayAfter_AndHasItAsItsPrevious() =>
        Check.One(Generated.Cases(), Prop.ForAll(Any.ToArbitrary(), period =>
        {
            if (period.Next is { } next)
            {
                Assert.Equal(period.End.AddDays(1), next.Start);
                Assert.Equal(period, next.Previous);
                Assert.True(period.IsFollowedBy(next) && period.IsOfSameKindAs(next));
            }

            if (period.Previous is { } previous)
                Assert.Equal(period, previous.Next);
        }));

    [Fact]
    public void Week_OfAnyDay_IsTheOneOfIso8601() =>
        Check.One(Generated.Cases(1_000), Prop.ForAll(Gen.Choose(0, DateOnly.MaxValue.DayNumber - 6).ToArbitrary(), number =>
        {
            var day = DateOnly.FromDayNumber(number).ToDateTime(default);
            var (year, week) = (ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day));
            var period = Period.Week(year, week);
            Assert.Equal($"{year:0000}-W{week:00}", period.ToString());
            Assert.Equal(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), period.Start);
            Assert.Equal(period.Start.AddDays(6), period.End);
        }));

    [Theory]
    [InlineData("1998", "1998-01-01", "1998-12-31")]
    [InlineData("1998-H1", "1998-01-01", "1998-06-30")]
    [InlineData("1998-H2", "1998-07-01", "1998-12-31")]
    [InlineData("1998-Q1", "1998-01-01", "1998-03-31")]
    [InlineData("1998-Q2", "1998-04-01", "1998-06-30")]
    [InlineData("1998-Q4", "1998-10-01", "1998-12-31")]
    [InlineData("1998-02", "1998-02-01", "1998-02-28")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2026-W01", "2025-12-29", "2026-01-04")]
    [InlineData("2026-W14", "2026-03-30", "2026-04-05")]
    [InlineData("2020-W53", "2020-12-28", "2021-01-03")]
    [InlineData("2026-W53", "2026-12-28", "2027-01-03")]
    [InlineData("2027-W01", "2027-01-04", "2027-01-10")]
    [InlineData("0001-W01", "0001-01-01", "0001-01-07")]
    [InlineData("9999-W51", "9999-12-20", "9999-12-26")]
    [InlineData("2026-04/2027-03", "2026-04-01", "2027-03-31")]
    [InlineData("2023-03/2024-02", "2023-03-01", "2024-02-29")]
    [InlineData("2026-02/2026-04", "2026-02-01", "2026-04-30")]
    [InlineData("2026-01/2027-12", "2026-01-01", "2027-12-31")]
    [InlineData("2026-04-01/2026-04-15", "2026-04-01", "2026-04-15")]
    [InlineData("2024-02-16/2024-02-29", "2024-02-16", "2024-02-29")]
    [InlineData("2026-04-01/2026-04-01", "2026-04-01", "2026-04-01")]
    [InlineData("0001-01-01/0001-01-01", "0001-01-01", "0001-01-01")]
    [InlineData("9999-12-31/9999-12-31", "9999-12-31", "9999-12-31")]
    [InlineData("0001-01-01/9999-12-30", "0001-01-01", "9999-12-30")]
    [InlineData("0001-01/9999-12", "0001-01-01", "9999-12-31")]
    [InlineData("0001", "0001-01-01", "0001-12-31")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    [InlineData("9999-Q4", "9999-10-01", "9999-12-31")]
    public void Period_Read_HasItsFirstAndLastDay(string text, string start, string end)
    {
        var period = Period.Parse(text);
        Assert.Equal((Rules.Dated.Day(start), Rules.Dated.Day(end), text), (period.Start, period.End, period.ToString()));
    }

    /// <summary>The same days are one period, which has one text.</summary>
    [Theory]
    [InlineData("2026-05-01/2026-05-31", "2026-05")]
    [InlineData("2024-02-01/2024-02-29", "2024-02")]
    [InlineData("2024-02-01/2024-02-28", "2024-02-01/2024-02-28")]
    [InlineData("2027-02-01/2027-02-28", "2027-02")]
    [InlineData("2026-04-01/2026-06-30", "2026-Q2")]
    [InlineData("2026-04-01/2027-03-31", "2026-04/2027-03")]
    [InlineData("2026-03-30/2026-04-05", "2026-W14")]
    [InlineData("2026-03-31/2026-04-06", "2026-03-31/2026-04-06")]
    [InlineData("2026-05/2026-05", "2026-05")]
    [InlineData("2026-07/2026-09", "2026-Q3")]
    [InlineData("2026-07/2026-12", "2026-H2")]
    [InlineData("2026-01/2026-12", "2026")]
    public void SameDays_WrittenOtherwise_AreThePeriodThatHasTheName(string given, string text)
    {
        Assert.Equal(Period.Parse(text), Period.Parse(given));
        Assert.Equal(text, Period.Parse(given).ToString());
        Assert.Equal(new FactKey("ann", Period.Parse(text)), new FactKey("ann", Period.Parse(given)));
    }

    [Fact]
    public void Years_ThatBeginWithAMonth_AreWrittenAsTheirMonths()
    {
        Assert.Equal("2026-04/2027-03", Period.FiscalYear(2026, startMonth: 4).ToString());
        Assert.Equal(Period.Year(2026), Period.FiscalYear(2026, startMonth: 1));
        Assert.Equal(
            ["2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1"], Enumerable.Range(1, 4).Select(q => Period.FiscalQuarter(2026, q, startMonth: 4).ToString()));
        Assert.Equal(
            ["2026-02/2026-04", "2026-11/2027-01"], new[] { 1, 4 }.Select(q => Period.FiscalQuarter(2026, q, startMonth: 2).ToString()));
        Assert.Equal(
            ["2026-04/2026-09", "2026-10/2027-03"], new[] { 1, 2 }.Select(h => Period.FiscalHalfYear(2026, h, startMonth: 4).ToString()));
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
    [InlineData("1998-H0")]
    [InlineData("1998-H3")]
    [InlineData("1998-h1")]
    [InlineData("1998-W00")]
    [InlineData("1998-W54")]
    [InlineData("2025-W53")]
    [InlineData("9999-W52")]
    [InlineData("0000-W01")]
    [InlineData("1998-W1")]
    [InlineData("1998-w01")]
    [InlineData("1998W01")]
    [InlineData("1998/05")]
    [InlineData("199805")]
    [InlineData("05-1998")]
    [InlineData("1998-05/1998-04")]
    [InlineData("1998-05/06")]
    [InlineData("1998/1999")]
    [InlineData("1998-05-1998-06")]
    [InlineData("1998-04-15/1998-04-01")]
    [InlineData("1998-02-01/1998-02-29")]
    [InlineData("1998-04-01/15")]
    [InlineData("1998-04-01/P15D")]
    [InlineData("1998-04-01-1998-04-15")]
    [InlineData("1998-04-01/1998/04/15")]
    [InlineData("1998-04-00/1998-04-15")]
    [InlineData(" 1998")]
    [InlineData("1998 ")]
    [InlineData("+998")]
    [InlineData("-998")]
    [InlineData("1998-+5")]
    [InlineData("1998-W+5")]
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
            "is not a period: write a year as 2026, a half-year as 2026-H1, a quarter as 2026-Q2, a month as 2026-05, a week as 2026-W14, other whole months "
            + "as 2026-04/2027-03, other days as 2026-04-01/2026-04-15, both in it.",
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
        Assert.NotEqual(default, Period.Days(DateOnly.MinValue, DateOnly.MinValue));
        Assert.False(default(Period).IsFollowedBy(default) || default(Period).IsOfSameKindAs(default));
        Assert.Equal((null, null), (default(Period).Next, default(Period).Previous));
    }

    [Fact]
    public void Period_InMemory_TakesEightBytes() => Assert.Equal(8, System.Runtime.CompilerServices.Unsafe.SizeOf<Period>());

    [Theory]
    [InlineData("2025-12", "2026-01", true)]
    [InlineData("2025-11", "2026-01", false)]
    [InlineData("2026-01", "2025-12", false)]
    [InlineData("2025-Q4", "2026-Q1", true)]
    [InlineData("2025-Q4", "2026-01", false)]
    [InlineData("2025", "2026", true)]
    [InlineData("2025", "2025", false)]
    [InlineData("2025-H2", "2026-H1", true)]
    [InlineData("2026-W53", "2027-W01", true)]
    [InlineData("2026-04/2027-03", "2027-04/2028-03", true)]
    [InlineData("2026-04/2027-03", "2027-04/2027-09", false)]
    [InlineData("2026-02/2026-04", "2026-05/2026-07", true)]
    [InlineData("2026-04-01/2026-04-15", "2026-04-16/2026-04-30", true)]
    [InlineData("2026-05-16/2026-05-31", "2026-06-01/2026-06-15", true)]
    [InlineData("2026-01-26/2026-02-25", "2026-02-26/2026-03-25", true)]
    [InlineData("2026-01-26/2026-02-25", "2026-02-27/2026-03-25", false)]
    [InlineData("2026-04-01/2026-04-05", "2026-W15", false)]
    [InlineData("2026-W13", "2026-03-30/2026-04-12", false)]
    public void Period_FollowedByAnother_HasNoGapAndTheSameKind(string first, string second, bool follows) =>
        Assert.Equal(follows, Period.Parse(first).IsFollowedBy(Period.Parse(second)));

    [Theory]
    [InlineData("2026", "2027")]
    [InlineData("2026-H2", "2027-H1")]
    [InlineData("2026-12", "2027-01")]
    [InlineData("2026-W53", "2027-W01")]
    [InlineData("2025-W52", "2026-W01")]
    [InlineData("2026-04/2027-03", "2027-04/2028-03")]
    [InlineData("2026-02/2026-04", "2026-05/2026-07")]
    [InlineData("2024-02-01/2024-02-15", "2024-02-16/2024-02-29")]
    [InlineData("2024-02-16/2024-02-29", "2024-03-01/2024-03-15")]
    [InlineData("2026-12-16/2026-12-31", "2027-01-01/2027-01-15")]
    [InlineData("2026-03-30/2026-04-12", "2026-04-13/2026-04-26")]
    [InlineData("2026-03-31/2026-04-06", "2026-04-07/2026-04-13")]
    [InlineData("2026-01-26/2026-02-25", null)]     // the same number of days would end on 28 March
    [InlineData("2026-04-01/2026-04-10", null)]
    [InlineData("2027-01-04/2027-01-31", null)]     // four weeks later are the month of February
    [InlineData("2032-02-02/2032-02-15", null)]     // two weeks later are the second half of a February
    [InlineData("9999", null)]
    [InlineData("9999-W51", null)]
    [InlineData("9999-12-16/9999-12-31", null)]
    [InlineData("9999-12-18/9999-12-31", null)]
    public void Next_OfEachKind_FollowsAtOnce(string period, string? next) =>
        Assert.Equal(next is null ? null : Period.Parse(next), Period.Parse(period).Next);

    [Theory]
    [InlineData("0001")]
    [InlineData("0001-01")]
    [InlineData("0001-W01")]
    [InlineData("0001-01-01/0001-01-15")]
    [InlineData("0001-01-02/0001-01-15")]
    public void Previous_BeforeTheCalendar_IsNone(string period) => Assert.Null(Period.Parse(period).Previous);

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(10000, 1, 1)]
    [InlineData(2026, 0, 0)]
    [InlineData(2026, 5, 13)]
    public void Period_OutOfTheCalendar_CannotBeMade(int year, int part, int month)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Quarter(year, part));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.HalfYear(year, part));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.FiscalQuarter(year, part, startMonth: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.FiscalYear(year, month));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Month(year, month));
        if (year != 2026)
            Assert.Throws<ArgumentOutOfRangeException>(() => Period.Year(year));
    }

    [Fact]
    public void Period_ThatDoesNotEndInTheCalendar_CannotBeMade()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.FiscalYear(9999, startMonth: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.FiscalQuarter(9999, 4, startMonth: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Week(9999, 52));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Week(2025, 53));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Week(2026, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Days(new(2026, 4, 2), new(2026, 4, 1)));
    }

    private static Gen<Period> Of(Gen<DateOnly> days) => Gen.Frequency(
        (3, from day in days from period in Dates.Holding(day) select period),
        (1, from day in days
            from kind in Gen.Elements("day", "week", "four weeks", "any", "months")
            from length in Gen.Choose(1, 800)
            let longest = DateOnly.MaxValue.DayNumber - day.DayNumber + 1
            let count = kind switch { "day" => 1, "week" => 7, "four weeks" => 28, _ => length }
            let months = Math.Min(length % 40, (9999 - day.Year) * 12 + 12 - day.Month)
            let lastMonth = new DateOnly(day.Year, day.Month, 1).AddMonths(months)
            select kind == "months"
                ? Period.Days(new(day.Year, day.Month, 1), new(lastMonth.Year, lastMonth.Month, DateTime.DaysInMonth(lastMonth.Year, lastMonth.Month)))
                : Period.Days(day, day.AddDays(Math.Min(count, longest) - 1))));
}
