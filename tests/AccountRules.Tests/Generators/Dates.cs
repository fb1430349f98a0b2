using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Generators;

/// <summary>Dates that lie on, just before and just after the places where a rule turns.</summary>
internal static class Dates
{
    private static readonly DateOnly[] Leaps = [
        new(2024, 2, 29), new(2024, 2, 28), new(2024, 3, 1), new(2023, 2, 28), new(2100, 2, 28), new(2000, 2, 29), new(2024, 12, 31),
    ];

    public static Gen<DateOnly> AsOf(Reach reach) => Gen.Frequency(
        (6, Gen.Choose(0, 800).Select(day => new DateOnly(2024, 1, 1).AddDays(day))),
        (3, Gen.Elements(Leaps)),
        (1, Gen.Elements(reach.Earliest, reach.Latest, Shift(reach.Earliest, 90, reach), Shift(reach.Latest, -90, reach))),
        (1, Gen.Choose(reach.Earliest.DayNumber, reach.Latest.DayNumber).Select(DateOnly.FromDayNumber)));

    /// <summary>A start before the evaluation date by a cut, or near one.</summary>
    public static Gen<DateOnly?> Start(DateOnly asOf, int[] cuts, Reach reach) => Gen.Frequency<DateOnly?>(
        (12, Near(cuts).Select(days => (DateOnly?)Shift(asOf, -days, reach))),
        (2, Gen.Elements(-2, -1, 0, 1, 2).Select(days => (DateOnly?)Shift(asOf, days, reach))),
        (2, Gen.Choose(-500, 500).Select(days => (DateOnly?)Shift(asOf, days, reach))),
        (1, Gen.Elements<DateOnly?>(null, reach.Earliest, reach.Latest, new DateOnly(2024, 2, 29))));

    /// <summary>An end after the start by a cut, around the evaluation date, before the start, or none.</summary>
    public static Gen<DateOnly?> End(DateOnly? start, DateOnly asOf, int[] cuts, Reach reach) => Gen.Frequency<DateOnly?>(
        (5, Gen.Constant<DateOnly?>(null)),
        (6, Near(cuts).Select(days => (DateOnly?)Shift(start ?? asOf, days, reach))),
        (3, Gen.Elements(-1, 0, 1).Select(days => (DateOnly?)Shift(asOf, days, reach))),
        (2, Gen.Elements(-1, 0, 1, -400).Select(days => (DateOnly?)Shift(start ?? asOf, days, reach))),
        (1, Gen.Choose(-500, 500).Select(days => (DateOnly?)Shift(asOf, days, reach))),
        (1, Gen.Elements<DateOnly?>(reach.Earliest, reach.Latest)));

    /// <summary>A period around the evaluation date: mostly one that holds it, the one before, or the one after.</summary>
    public static Gen<Period> PeriodAround(DateOnly asOf, Reach reach) =>
        from days in Gen.Frequency((5, Gen.Choose(-100, 0)), (2, Gen.Elements(-1, 0, 1, 31)), (1, Gen.Choose(-800, 800)))
        from period in Holding(Shift(asOf, days, reach))
        select period;

    /// <summary>A period that holds a day: mostly its month, else one of any kind.</summary>
    public static Gen<Period> Holding(DateOnly day) =>
        Gen.Frequency((6, Gen.Constant("month")), (4, Gen.Elements(Kinds))).Select(kind => Holding(day, kind));

    /// <summary>Some of every kind of period: of the calendar, of years that begin in April and in February, weeks, and other days.</summary>
    public static readonly string[] Kinds =
    [
        "year", "half-year", "quarter", "week", "fiscal year", "fiscal half-year", "fiscal quarter",
        "half of a month", "fortnight", "from the 26th", "ten days",
    ];

    /// <summary>The period of a kind that holds a day; its month where that period does not end in the calendar.</summary>
    public static Period Holding(DateOnly day, string kind)
    {
        var (monday, number) = (day.DayNumber - day.DayNumber % 7, day.DayNumber);
        var inFiscal = day.Month < 4 ? day.Year - 1 : day.Year;
        return kind switch
        {
            "year" => Period.Year(day.Year),
            "half-year" => Period.HalfYear(day.Year, day.Month <= 6 ? 1 : 2),
            "quarter" => Period.Quarter(day.Year, (day.Month + 2) / 3),
            "week" => Between(monday, monday + 6),
            "fiscal year" when inFiscal is > 0 and < 9999 => Period.FiscalYear(inFiscal, startMonth: 4),
            "fiscal half-year" when inFiscal is > 0 and < 9999 => Period.FiscalHalfYear(inFiscal, day.Month is >= 4 and < 10 ? 1 : 2, startMonth: 4),
            "fiscal quarter" when day.Month > 1 && day.Year < 9999 => Period.FiscalQuarter(day.Year, (day.Month + 1) / 3, startMonth: 2),
            "half of a month" when day.Day <= 15 => Between(number - day.Day + 1, number - day.Day + 15),
            "half of a month" => Between(number - day.Day + 16, number - day.Day + DateTime.DaysInMonth(day.Year, day.Month)),
            "fortnight" => Between(monday - monday % 14, monday - monday % 14 + 13),
            "from the 26th" when day.DayNumber is > 31 and < 3_652_000 => From26th(day),
            "ten days" => Between(number - number % 10, number - number % 10 + 9),
            _ => Period.Month(day.Year, day.Month),
        };

        Period Between(int first, int last) => last <= DateOnly.MaxValue.DayNumber
            ? Period.Days(DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last))
            : Period.Month(day.Year, day.Month);

        static Period From26th(DateOnly day)
        {
            var first = (day.Day < 26 ? day.AddMonths(-1) : day) is var month ? new DateOnly(month.Year, month.Month, 26) : default;
            return Period.Days(first, first.AddMonths(1).AddDays(-1));
        }
    }

    public static DateOnly Shift(DateOnly date, int days, Reach reach) =>
        DateOnly.FromDayNumber(Math.Clamp(date.DayNumber + days, reach.Earliest.DayNumber, reach.Latest.DayNumber));

    private static Gen<int> Near(int[] cuts) =>
        from cut in Gen.Elements(cuts)
        from off in Gen.Elements(-1, 0, 0, 1)
        select cut + off;
}
