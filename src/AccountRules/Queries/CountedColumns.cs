using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Queries;

/// <summary>
/// Working days in a database. What is open is compared as ever: its column with a date that is worked out here, for each calendar that rows may name. What is
/// closed compares two columns, of which the database must know how many working days lie between: by a table of the calendars' days
/// (<see cref="WorkingCalendar.Days"/>), or it is refused.
/// </summary>
/// <param name="asOf">The evaluation date.</param>
/// <param name="rule">The rule's id.</param>
/// <param name="table">The calendars' days, if there is such a table.</param>
/// <param name="visit">Changes what is read off a row for the database.</param>
internal sealed class CountedColumns(DateOnly asOf, string rule, IQueryable<CalendarDay>? table, Func<Expression, Expression> visit)
{
    /// <summary>Refuses pauses, which no column holds in a form that a database can count.</summary>
    public static void Refuse(MethodCallExpression call, string rule)
    {
        if (CountedDays.PausesOf(call) is not (null or ConstantExpression { Value: null }))
        {
            throw new NotSupportedException(
                $"Rule `{rule}` cannot be run in a database as it is: its rows may have pauses, which no database can count. Ask rule.WithoutPauses() of the "
                + "rows that have none, and assess the others in memory.");
        }
    }

    /// <summary>The comparison for a database; <c>null</c> where it asks nothing of counted days.</summary>
    public Expression? Compare(BinaryExpression node) =>
        Of(node.NodeType, node.Left, node.Right) ?? Of(Tree.Mirrored(node.NodeType), node.Right, node.Left);

    /// <summary>Whether the calendar that a row names is known.</summary>
    public Expression? Known(MethodCallExpression call) => CountedDays.CalendarAskedFor(call) is not { } calendar ? null
        : CountedDays.DaysOf(call).Named
            .Select(known => (Expression)Expression.Equal(visit(calendar), Expression.Constant(known.Name)))
            .Aggregate((Expression)Expression.Equal(visit(calendar), Expression.Constant(null, typeof(string))), Expression.OrElse);

    private Expression? Of(ExpressionType type, Expression date, Expression other)
    {
        if (other is not MethodCallExpression call || !CountedDays.IsCall(call))
            return null;

        Refuse(call, rule);
        if (!CountedDays.IsDate(call))
            return Bounded(type, date, call);

        if (!CountedDays.IsFixed(call))
            return Between(type, date, call);

        if (Fixed(date) is not { } known)
            return Between(type, date, call);

        return Each(call, by => Later(Tree.Mirrored(type), call, by, known.DayNumber));
    }

    /// <summary>A date beside the first or the last one that the calendar knows; with a table, also whether the table has it.</summary>
    private Expression Bounded(ExpressionType type, Expression date, MethodCallExpression call)
    {
        var isOutside = Each(call, by => Fixed(date) is { } known
            ? Expression.Constant(type == ExpressionType.GreaterThan ? known > by.Until : known < by.From)
            : Expression.MakeBinary(type, visit(date), Expression.Constant(DateOnly.FromDayNumber(BoundOf(call, by)))));
        return table is null || type != ExpressionType.GreaterThan || Fixed(date) is not null
            ? isOutside
            : Conditions.Or(isOutside, Expression.Equal(Number(date, call), Expression.Constant(null, typeof(int?))));
    }

    /// <summary>
    /// A date that is counted from a column beside a day: it lies no earlier for a later column, so that the column is compared with the first date for which
    /// it is past the day.
    /// </summary>
    private Expression Later(ExpressionType type, MethodCallExpression call, WorkingCalendar by, int day)
    {
        var start = call.Arguments[1];
        var isCounted = type is ExpressionType.GreaterThan or ExpressionType.LessThanOrEqual ? day + 1L : day;
        var first = FirstStart(call, by, isCounted);
        var isPast = type is ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual;
        return first > DateOnly.MaxValue.DayNumber
            ? Expression.Constant(!isPast)
            : Expression.MakeBinary(
                isPast ? ExpressionType.GreaterThanOrEqual : ExpressionType.LessThan, visit(start), QueryParameter.Of(asOf, asOf.DayNumber - (int)first));
    }

    /// <summary>The first start from which the counted date is a day, or a later one.</summary>
    private static long FirstStart(MethodCallExpression call, WorkingCalendar by, long day)
    {
        var (days, count, name) = (CountedDays.DaysOf(call), CountedDays.CountOf(call), by.Name);
        var (low, high) = (0L, DateOnly.MaxValue.DayNumber + 1L);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var counted = CountedDays.IsLast(call) ? days.LastDay(middle, count, null, name) : days.DayOn(middle, count, null, name);
            (low, high) = counted >= day ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Two columns, or a column and as many days as the row says: how many working days lie between.</summary>
    private Expression Between(ExpressionType type, Expression date, MethodCallExpression call)
    {
        if (table is null)
        {
            throw new NotSupportedException(
                $"Rule `{rule}` counts working days, and between two columns a database counts them by a table only: write WorkingCalendar.Days() of the "
                + $"policy's calendars to one and take the rule with it, `rule.{nameof(DeadlineRule<>.WithCalendarTable)}(db.CalendarDays)`; "
                + $"ask for what is open alone, with a mapping in which the end is null; or assess in memory.");
        }

        var counted = Expression.Add(Number(call.Arguments[1], call), Expression.Convert(visit(call.Arguments[2]), typeof(int?)));
        return Fixed(date) is { } known
            ? Each(call, by => Expression.MakeBinary(
                type, Expression.Constant(by.Knows(known.DayNumber) ? by.Count(known.DayNumber) : 0, typeof(int?)), counted))
            : Expression.MakeBinary(type, Number(date, call), counted);
    }

    /// <summary>How many working days there are up to a date of the row; missing where the table does not have it.</summary>
    private MethodCallExpression Number(Expression date, MethodCallExpression call)
    {
        Expression<Func<CalendarDay, int?>> number = d => d.Number;
        var rows = Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(CalendarDay)], table!.Expression, Row(date, call));
        var numbers = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(CalendarDay), typeof(int?)], rows, number);
        return Expression.Call(typeof(Queryable), nameof(Queryable.FirstOrDefault), [typeof(int?)], numbers);
    }

    /// <summary>The row of the table for a date of a row.</summary>
    private Expression<Func<CalendarDay, bool>> Row(Expression date, MethodCallExpression call)
    {
        var (day, days, calendar) = (Expression.Parameter(typeof(CalendarDay), "day"), CountedDays.DaysOf(call), CountedDays.CalendarOf(call));
        var standard = Expression.Constant(days.Standard!.Name);
        Expression name = calendar is ConstantExpression ? standard : Expression.Coalesce(visit(calendar), standard);
        return Expression.Lambda<Func<CalendarDay, bool>>(
            Expression.AndAlso(
                Expression.Equal(Expression.Property(day, nameof(CalendarDay.Calendar)), name),
                Expression.Equal(Expression.Property(day, nameof(CalendarDay.Date)), visit(date))),
            day);
    }

    /// <summary>What is so by the calendar that a row goes by.</summary>
    private Expression Each(MethodCallExpression call, Func<WorkingCalendar, Expression> isSo)
    {
        var (days, calendar) = (CountedDays.DaysOf(call), CountedDays.CalendarOf(call));
        var standard = isSo(days.Standard!);
        if (calendar is ConstantExpression)
            return standard;

        var name = visit(calendar);
        return days.Named
            .Select(by => Conditions.And(Expression.Equal(name, Expression.Constant(by.Name)), isSo(by)))
            .Aggregate(Conditions.And(Expression.Equal(name, Expression.Constant(null, typeof(string))), standard), Conditions.Or);
    }

    private DateOnly? Fixed(Expression date) => date == Tree.AsOf ? asOf : (date as ConstantExpression)?.Value as DateOnly?;

    private static int BoundOf(Expression bound, WorkingCalendar by) =>
        (CountedDays.IsFrom((MethodCallExpression)bound) ? by.From : by.Until).DayNumber;
}
