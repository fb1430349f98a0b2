using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>
/// A date that is one of several, such as a due date of the fact's own, or else one that is counted from its start. What is asked of it is asked of each by
/// itself, so that a comparison stays one of two dates and a number of days: exact at the ends of the calendar, also in a database, and with the column alone
/// on its side.
/// </summary>
internal static class EitherDate
{
    /// <param name="date">The date; a plain one is asked as it is.</param>
    /// <param name="whenMissing">What is so where there is none.</param>
    /// <param name="then">What is asked of the one that is there.</param>
    public static Expression Of(Expression date, Expression whenMissing, Func<Expression, Expression> then) => date switch
    {
        ConstantExpression { Value: null } => whenMissing,
        UnaryExpression when Tree.Narrowed(date) is var narrow && narrow != date => Of(narrow, whenMissing, then),
        _ when !DayNumbers.MayLeaveCalendar(date) => Tree.OrElse(date, whenMissing, then),
        ConditionalExpression { Test: ConstantExpression { Value: bool known } } choice => Of(known ? choice.IfTrue : choice.IfFalse, whenMissing, then),
        ConditionalExpression choice => Expression.Condition(
            choice.Test, Of(choice.IfTrue, whenMissing, then), Of(choice.IfFalse, whenMissing, then)),
        BinaryExpression { NodeType: ExpressionType.Coalesce } either => Of(either.Left, Of(either.Right, whenMissing, then), then),
        _ => then(date),
    };

    /// <summary>A number of days after a date that may be counted from another.</summary>
    public static MethodCallExpression After(Expression date, int days) =>
        date is MethodCallExpression { Method.Name: nameof(DateOnly.AddDays), Object: { } start, Arguments: [ConstantExpression { Value: int more }] }
            ? After(start, checked(more + days))
            : Expression.Call(date, nameof(DateOnly.AddDays), typeArguments: null, Expression.Constant(days));
}
