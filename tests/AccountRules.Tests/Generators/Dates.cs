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
        from kind in Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Constant(3)), (1, Gen.Constant(12)))
        select Holding(Shift(asOf, days, reach), kind);

    public static Period Holding(DateOnly day, int months) => months switch
    {
        1 => Period.Month(day.Year, day.Month),
        3 => Period.Quarter(day.Year, (day.Month + 2) / 3),
        _ => Period.Year(day.Year),
    };

    public static DateOnly Shift(DateOnly date, int days, Reach reach) =>
        DateOnly.FromDayNumber(Math.Clamp(date.DayNumber + days, reach.Earliest.DayNumber, reach.Latest.DayNumber));

    private static Gen<int> Near(int[] cuts) =>
        from cut in Gen.Elements(cuts)
        from off in Gen.Elements(-1, 0, 0, 1)
        select cut + off;
}
