using System.Globalization;
using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Tests.Generators;
using FsCheck.Fluent;

namespace AccountRules.Tests.Basics;

/// <summary>Dates as numbers of days: those of the calendar where it has the date, and going on by its own rules where it ends.</summary>
public sealed class DayNumbersTests
{
    private static readonly Func<DateOnly, int, long> Days = Compiled((date, n) => date.AddDays(n));
    private static readonly Func<DateOnly, int, long> Months = Compiled((date, n) => date.AddMonths(n));
    private static readonly Func<DateOnly, int, long> Years = Compiled((date, n) => date.AddYears(n));

    [Fact]
    public void Date_InsideTheCalendar_HasItsOwnNumber() =>
        FsCheck.Check.One(Generated.Cases(2000), Prop.ForAll(
            (from date in Dates.AsOf(Reach.Full) from n in Gen.Choose(-3000, 3000) select (date, n)).ToArbitrary(), t =>
            {
                Same(t.date.AddDays, Days, t.date, t.n);
                Same(t.date.AddMonths, Months, t.date, t.n);
                Same(t.date.AddYears, Years, t.date, t.n);
            }));

    [Theory]
    [InlineData("9999-12-31", 1, 31)]              // 31 January 10000
    [InlineData("9999-12-31", 2, 60)]              // 29 February: 10000 is a leap year
    [InlineData("9999-12-31", 12, 366)]
    [InlineData("0001-01-31", -1, -31)]            // 31 December of the year 0
    [InlineData("0001-01-31", -11, -337)]          // 29 February of the year 0, 307 days before 1 January of the year 1
    [InlineData("2000-02-29", 4800 * 30, 146_097L * 30)]
    [InlineData("2000-02-29", -4800 * 30, -146_097L * 30)]
    public void Month_OutsideTheCalendar_GoesOnByItsRules(string date, int months, long days)
    {
        var start = DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture);
        Assert.Equal(start.DayNumber + days, Months(start, months));
    }

    private static void Same(Func<int, DateOnly> add, Func<DateOnly, int, long> number, DateOnly date, int n)
    {
        try
        {
            Assert.Equal(add(n).DayNumber, number(date, n));
        }
        catch (ArgumentOutOfRangeException)
        {
            Assert.True(number(date, n) < 0 || number(date, n) > DateOnly.MaxValue.DayNumber);
        }
    }

    private static Func<DateOnly, int, long> Compiled(Expression<Func<DateOnly, int, DateOnly>> shift) =>
        Expression.Lambda<Func<DateOnly, int, long>>(DayNumbers.Of(shift.Body), shift.Parameters).Compile();
}
