using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>
/// What an expression asks of days that are counted by a calendar or less a fact's pauses. A date that is counted from another is compared as it is, so that
/// turns, comparisons of policies and databases read the expression as they read <c>start.AddDays(90)</c>.
/// </summary>
internal static class CountedDays
{
    /// <summary>The last day on which no more than a number of days are counted.</summary>
    public static MethodCallExpression LastDay(DayCount days, Expression start, int count, Expression pauses, Expression calendar) =>
        Call(LastDayOf, Expression.Constant(days), start, Expression.Constant(count), pauses, calendar);

    /// <summary>The day that is so many counted days after another.</summary>
    public static MethodCallExpression DayOn(DayCount days, Expression start, int count, Expression pauses, Expression calendar) =>
        Call(DayOnOf, Expression.Constant(days), start, Expression.Constant(count), pauses, calendar);

    /// <summary>Whether a pause ends before it begins.</summary>
    public static MethodCallExpression AreImpossible(Expression pauses) => Call(AreImpossibleOf, pauses);

    /// <summary>Whether the calendar is one of those that facts may name.</summary>
    public static MethodCallExpression Knows(DayCount days, Expression calendar) => Call(KnowsOf, Expression.Constant(days), calendar);

    /// <summary>The first date that a fact's calendar knows.</summary>
    public static MethodCallExpression From(DayCount days, Expression calendar) => Call(FromOf, Expression.Constant(days), calendar);

    /// <summary>The last date that a fact's calendar knows.</summary>
    public static MethodCallExpression Until(DayCount days, Expression calendar) => Call(UntilOf, Expression.Constant(days), calendar);

    /// <summary>How many days are counted after one up to another, by their numbers.</summary>
    public static MethodCallExpression Elapsed(MethodCallExpression counted, Expression start, Expression end) =>
        Call(ElapsedOf, counted.Arguments[0], start, end, counted.Arguments[3], counted.Arguments[4]);

    /// <summary>The same; missing where the days are not known.</summary>
    public static MethodCallExpression ElapsedIfKnown(Expression days, Expression pauses, Expression calendar, Expression start, Expression end) =>
        Call(ElapsedIfKnownOf, days, start, end, pauses, calendar);

    /// <summary>The pauses of which it is asked whether they are impossible; <c>null</c> for any other question.</summary>
    public static Expression? PausesIn(Expression test) => test is MethodCallExpression call && Is(call, AreImpossibleOf) ? call.Arguments[0] : null;

    /// <summary>Whether a node is a date that is counted from another.</summary>
    public static bool IsDate(Expression node) => node is MethodCallExpression call && (Is(call, LastDayOf) || Is(call, DayOnOf));

    /// <summary>Whether a date is the last one of a number of days, and not the day on which the number is reached.</summary>
    public static bool IsLast(MethodCallExpression call) => Is(call, LastDayOf);

    /// <summary>Whether a call is any of these.</summary>
    public static bool IsCall(MethodCallExpression call) => call.Method.DeclaringType == typeof(CountedDays);

    /// <summary>Whether a call is the first date that a calendar knows.</summary>
    public static bool IsFrom(MethodCallExpression call) => Is(call, FromOf);

    /// <summary>The calendar of which it is asked whether it is known; <c>null</c> for any other question.</summary>
    public static Expression? CalendarAskedFor(MethodCallExpression call) => Is(call, KnowsOf) ? call.Arguments[1] : null;

    /// <summary>The calendar that a call goes by.</summary>
    public static Expression CalendarOf(MethodCallExpression call) => call.Arguments[^1];

    /// <summary>The pauses that a call goes by; <c>null</c> where it goes by none.</summary>
    public static Expression? PausesOf(MethodCallExpression call) => IsDate(call) ? call.Arguments[3] : Is(call, AreImpossibleOf) ? call.Arguments[0] : null;

    public static DayCount DaysOf(MethodCallExpression call) => (DayCount)((ConstantExpression)call.Arguments[0]).Value!;

    /// <summary>The number of days that are counted, where all facts have the same.</summary>
    public static bool IsFixed(MethodCallExpression call) => call.Arguments[2] is ConstantExpression;

    public static int CountOf(MethodCallExpression call) => (int)((ConstantExpression)call.Arguments[2]).Value!;

    /// <summary>The number of a counted date's day, which goes on where the calendar ends.</summary>
    public static MethodCallExpression Number(MethodCallExpression call, Expression start) =>
        Call(Is(call, LastDayOf) ? LastDayNumber : DayOnNumber, call.Arguments[0], start, call.Arguments[2], call.Arguments[3], call.Arguments[4]);

    /// <summary>A date that is counted from the same one in the same way.</summary>
    public static MethodCallExpression Again(MethodCallExpression call, int count) =>
        Call(LastDayOf, call.Arguments[0], call.Arguments[1], Expression.Constant(count), call.Arguments[3], call.Arguments[4]);

    /// <summary>A call in which pauses or the calendar have become known to be none.</summary>
    public static Expression Simplified(MethodCallExpression call) =>
        IsDate(call) && DaysOf(call).IsCalendarDays && IsNull(call.Arguments[3])
            ? Expression.Call(call.Arguments[1], nameof(DateOnly.AddDays), typeArguments: null, call.Arguments[2])
        : Is(call, AreImpossibleOf) && IsNull(call.Arguments[0]) ? Expression.Constant(false)
        : Is(call, KnowsOf) && (DaysOf(call).IsCalendarDays || IsNull(call.Arguments[1])) ? Expression.Constant(true)
        : Is(call, FromOf) && DaysOf(call).IsCalendarDays ? Expression.Constant(DateOnly.MinValue)
        : Is(call, UntilOf) && DaysOf(call).IsCalendarDays ? Expression.Constant(DateOnly.MaxValue)
        : call;

    /// <summary>Which arguments a mapping may leave out, which are then none.</summary>
    public static bool IsOptional(MethodCallExpression call, int argument) => IsDate(call) ? argument >= 3 : argument == call.Arguments.Count - 1;

    private static bool IsNull(Expression node) => node is ConstantExpression { Value: null };

    /// <summary>What a call asks, in words.</summary>
    public static string Words(MethodCallExpression call, Func<Expression, string> read) =>
        Is(call, AreImpossibleOf) ? "a pause ends before it begins"
        : Is(call, KnowsOf) ? "a known calendar"
        : Is(call, FromOf) ? "the first day that its calendar knows"
        : Is(call, UntilOf) ? "the last day that its calendar knows"
        : $"{DaysOf(call).Days(CountOf(call))} after {read(call.Arguments[1])}";

    private static bool Is(MethodCallExpression call, Delegate method) => call.Method == method.Method;

    private static MethodCallExpression Call(Delegate method, params Expression[] arguments) => Expression.Call(method.Method, arguments);

    /// <summary>As the lambdas of a rule ask it.</summary>
    public static DateOnly LastDayOf(DayCount days, DateOnly start, int count, Pauses? pauses, string? calendar) =>
        InCalendar(days.LastDay(start.DayNumber, count, pauses, calendar));

    /// <inheritdoc cref="LastDayOf"/>
    public static DateOnly DayOnOf(DayCount days, DateOnly start, int count, Pauses? pauses, string? calendar) =>
        InCalendar(days.DayOn(start.DayNumber, count, pauses, calendar));

    private static DateOnly InCalendar(long day) => DateOnly.FromDayNumber((int)Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber));

    private static long LastDayNumber(DayCount days, long start, int count, Pauses? pauses, string? calendar) => days.LastDay(start, count, pauses, calendar);

    private static long DayOnNumber(DayCount days, long start, int count, Pauses? pauses, string? calendar) => days.DayOn(start, count, pauses, calendar);

    private static long ElapsedOf(DayCount days, long start, long end, Pauses? pauses, string? calendar) => days.Elapsed(start, end, pauses, calendar);

    private static long? ElapsedIfKnownOf(DayCount days, long? start, long? end, Pauses? pauses, string? calendar) =>
        start is { } from && end is { } to ? days.ElapsedIfKnown(from, to, pauses, calendar) : null;

    /// <inheritdoc cref="LastDayOf"/>
    public static bool AreImpossibleOf(Pauses? pauses) => pauses is { IsPossible: false };

    /// <inheritdoc cref="LastDayOf"/>
    public static bool KnowsOf(DayCount days, string? calendar) => days.Knows(calendar);

    /// <inheritdoc cref="LastDayOf"/>
    public static DateOnly FromOf(DayCount days, string? calendar) => days.From(calendar);

    /// <inheritdoc cref="LastDayOf"/>
    public static DateOnly UntilOf(DayCount days, string? calendar) => days.Until(calendar);
}
