using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>What an expression asks of the days of one fact that are counted by a calendar, or less its pauses.</summary>
/// <param name="Days">How days are counted.</param>
/// <param name="Pauses">The fact's pauses.</param>
/// <param name="Calendar">The calendar that the fact names.</param>
internal sealed record CountedFact(DayCount Days, Expression Pauses, Expression Calendar)
{
    /// <summary>Whether a date is past a cut, counted from another.</summary>
    public Expression Past(Cut cut, Expression date, Expression day) => Expression.GreaterThan(date, LastDay(day, cut.FirstDay - 1));

    /// <summary>A number of counted days after a date, which a missing one has not.</summary>
    public Expression DayOn(Expression start, int count) => CountedDays.DayOn(Days, start, count, Pauses, Calendar);

    /// <summary>How many days are counted from a date, which may itself be counted from another, up to a day; missing where that is not known.</summary>
    public Expression Elapsed(Expression day, Expression end) => day is MethodCallExpression call && CountedDays.IsDate(call)
        ? Expression.Subtract(Elapsed(call.Arguments[1], end), Expression.Constant((long?)CountedDays.CountOf(call), typeof(long?)))
        : CountedDays.ElapsedIfKnown(
            Expression.Constant(Days), Pauses, Calendar, Expression.Convert(DayNumbers.Of(day), typeof(long?)), Expression.Convert(end, typeof(long?)));

    /// <summary>What is said of a fact whose pauses and calendar are known.</summary>
    public Expression Known(Expression then)
    {
        if (!Days.IsCalendarDays && Calendar is not ConstantExpression)
            then = Expression.Condition(CountedDays.Knows(Days, Calendar), then, Tree.Because(Cause.UnknownCalendar));

        return Pauses is ConstantExpression ? then : Expression.Condition(CountedDays.AreImpossible(Pauses), Tree.Because(Cause.ImpossiblePause), then);
    }

    /// <summary>What is said where the calendar knows the date that days are counted from: of one that is itself counted from another, that one.</summary>
    public Expression From(Expression day, Expression then) =>
        Within(day is MethodCallExpression call && CountedDays.IsDate(call) ? call.Arguments[1] : day, mayBeEarly: true, then);

    /// <summary>What is said of a date that the calendar knows.</summary>
    /// <param name="date">The date.</param>
    /// <param name="mayBeEarly">Whether it may lie before the first date that the calendar knows.</param>
    /// <param name="then">What is said then.</param>
    public Expression Within(Expression date, bool mayBeEarly, Expression then)
    {
        if (Days.IsCalendarDays)
            return then;

        Expression outside = Expression.GreaterThan(date, CountedDays.Until(Days, Calendar));
        if (mayBeEarly)
            outside = Expression.OrElse(Expression.LessThan(date, CountedDays.From(Days, Calendar)), outside);

        return Expression.Condition(outside, Tree.Because(Cause.OutsideCalendar), then);
    }

    /// <summary>The last day on which no more than a number of days are counted from a date that may itself be counted from another.</summary>
    private MethodCallExpression LastDay(Expression day, int count) =>
        day is MethodCallExpression call && CountedDays.IsDate(call) && !CountedDays.IsLast(call)
            ? CountedDays.LastDay(Days, call.Arguments[1], CountedDays.CountOf(call) + count, Pauses, Calendar)
            : CountedDays.LastDay(Days, day, count, Pauses, Calendar);
}
