using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>
/// Dates as numbers of days, which go on where the calendar ends: with them <c>start.AddMonths(1)</c> can be compared when it lies past the year 9999.
/// A date that may be missing has a number that may be missing.
/// </summary>
internal static class DayNumbers
{
    /// <summary>The Gregorian calendar repeats itself after 400 years.</summary>
    private const int MonthsOfCycle = 400 * 12;
    private const ulong MonthsOfCalendar = 9999 * 12;
    private const int DaysOfCycle = 146_097;

    /// <summary>A comparison of dates of which one may lie outside the calendar, as a comparison of numbers; <c>null</c> for any other.</summary>
    public static BinaryExpression? Compare(BinaryExpression node) =>
        node.Method is not null && IsDate(node.Left) && (MayLeaveCalendar(node.Left) || MayLeaveCalendar(node.Right))
        ? Expression.MakeBinary(node.NodeType, Of(node.Left), Of(node.Right), node.IsLiftedToNull, method: null)
        : null;

    private static bool IsDate(Expression node) => (Nullable.GetUnderlyingType(node.Type) ?? node.Type) == typeof(DateOnly);

    /// <summary>Whether a date is one that is counted from another.</summary>
    private static bool IsShifted(Expression date) => CountedDays.IsDate(date)
        || date is MethodCallExpression { Object: { } start, Method.Name: nameof(DateOnly.AddDays) or nameof(DateOnly.AddMonths) or nameof(DateOnly.AddYears) }
            && start.Type == typeof(DateOnly);

    public static Expression Of(Expression date) => date switch
    {
        MethodCallExpression counted when CountedDays.IsDate(counted) => CountedDays.Number(counted, Of(counted.Arguments[1])),
        MethodCallExpression { Object: { } start } shifted when IsShifted(date) =>
            Expression.Call(Shift(shifted.Method.Name).Method, Of(start), shifted.Arguments[0]),
        UnaryExpression when Tree.Narrowed(date) is var narrow && narrow != date => Expression.Convert(Of(narrow), typeof(long?)),
        ConditionalExpression choice => Expression.Condition(choice.Test, Of(choice.IfTrue), Of(choice.IfFalse)),
        BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } either => Expression.Coalesce(Of(either.Left), Of(either.Right)),
        _ when date.Type == typeof(DateOnly) => Expression.Convert(Expression.Property(date, nameof(DateOnly.DayNumber)), typeof(long)),
        _ => Expression.Call(((Func<DateOnly?, long?>)NumberOf).Method, date),
    };

    /// <summary>The date; <c>null</c> where the calendar does not have it.</summary>
    public static Expression InCalendar(Expression date) =>
        Expression.Call(((Func<long?, DateOnly?>)DateOf).Method, Expression.Convert(Of(date), typeof(long?)));

    /// <summary>Whether a date may be one that the calendar does not have.</summary>
    public static bool MayLeaveCalendar(Expression date) => IsShifted(date) || date switch
    {
        UnaryExpression when Tree.Narrowed(date) is var narrow && narrow != date => MayLeaveCalendar(narrow),
        ConditionalExpression choice => MayLeaveCalendar(choice.IfTrue) || MayLeaveCalendar(choice.IfFalse),
        BinaryExpression { NodeType: ExpressionType.Coalesce } either => MayLeaveCalendar(either.Left) || MayLeaveCalendar(either.Right),
        _ => false,
    };

    private static Func<long, int, long> Shift(string name) => name switch
    {
        nameof(DateOnly.AddDays) => AddDays,
        nameof(DateOnly.AddMonths) => AddMonths,
        _ => AddYears,
    };

    private static DateOnly? DateOf(long? day) => day is >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)day) : null;

    private static long? NumberOf(DateOnly? date) => date?.DayNumber;

    private static long AddDays(long day, int days) => day + days;

    private static long AddYears(long day, int years) => AddMonths(day, 12L * years);

    private static long AddMonths(long day, int months) => AddMonths(day, (long)months);

    /// <summary>As <see cref="DateOnly.AddMonths"/> does: where the month has no such day, its last one.</summary>
    private static long AddMonths(long day, long months)
    {
        // Quicker within the calendar.
        if ((ulong)day <= (ulong)DateOnly.MaxValue.DayNumber)
        {
            var (year, month, ofMonth) = DateOnly.FromDayNumber((int)day);
            if ((ulong)((year - 1) * 12L + month - 1 + months) is < MonthsOfCalendar and var later)
                return DayIn((uint)later, ofMonth);
        }

        var date = DateOnly.FromDayNumber((int)Rest(day, DaysOfCycle));
        var last = (date.Year - 1) * 12L + date.Month - 1 + months;
        return DayIn((uint)Rest(last, MonthsOfCycle), date.Day) + DaysOfCycle * (Cycles(day, DaysOfCycle) + Cycles(last, MonthsOfCycle));
    }

    /// <summary>The number of a day in a month, which is counted from that of 0001-01.</summary>
    private static long DayIn(uint month, int day)
    {
        var (year, ofYear) = ((int)(month / 12) + 1, (int)(month % 12) + 1);
        return new DateOnly(year, ofYear, day <= 28 ? day : Math.Min(day, DateTime.DaysInMonth(year, ofYear))).DayNumber;
    }

    private static long Cycles(long number, int length) => (number - Rest(number, length)) / length;

    /// <summary>From 0 up, for negative numbers too.</summary>
    private static long Rest(long number, int length) => (number % length + length) % length;
}
