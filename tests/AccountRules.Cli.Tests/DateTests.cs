using System.Globalization;
using System.Text;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Tests;

public sealed class DateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1900)]
    [InlineData(2000)]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(9999)]
    public void Date_OfAnyTwoDigitMonthAndDay_IsReadWhereTheCalendarHasIt(int year)
    {
        for (var monthAndDay = 0; monthAndDay < 10_000; monthAndDay++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{monthAndDay / 100:00}-{monthAndDay % 100:00}");
            var isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
            Assert.Equal((isDate, date), (Values.TryDate(Encoding.UTF8.GetBytes(text), out var read), read));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-05-3")]
    [InlineData("2026-05-311")]
    [InlineData("2026-5-031")]
    [InlineData("2026/05/31")]
    [InlineData("2026-05/31")]
    [InlineData("20260531")]
    [InlineData("+026-05-31")]
    [InlineData("2026-0:-31")]
    [InlineData("2026-05-/1")]
    [InlineData("２026-05-1")]
    public void Date_WrittenInAnotherWay_IsNotRead(string text) => Assert.False(Values.TryDate(Encoding.UTF8.GetBytes(text), out _));
}
