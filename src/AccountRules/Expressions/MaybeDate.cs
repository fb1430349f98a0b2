using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace AccountRules.Expressions;

/// <summary>
/// A date that may be missing, compared with one that is known, as two numbers: where the date is missing, a number that the comparison does not hold of. In
/// memory that is one branch in the place of two.
/// </summary>
internal static class MaybeDate
{
    /// <summary>The comparison; <c>null</c> for anything else.</summary>
    /// <param name="node">What may be one: that the date is there, and how it compares.</param>
    /// <param name="day">The number of a known date.</param>
    /// <param name="visit">What the date itself becomes.</param>
    public static BinaryExpression? Compare(BinaryExpression node, Func<Expression, Expression> day, Func<Expression, Expression> visit)
    {
        if (node is not { NodeType: ExpressionType.AndAlso, Left: BinaryExpression there, Right: BinaryExpression compare }
            || there is not { NodeType: ExpressionType.NotEqual, Left: { } date, Right: ConstantExpression { Value: null } } || date.Type != typeof(DateOnly?))
        {
            return null;
        }

        bool isLess;
        if (compare.NodeType is ExpressionType.LessThan or ExpressionType.LessThanOrEqual)
            isLess = true;
        else if (compare.NodeType is ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual)
            isLess = false;
        else
            return null;

        return IsValueOf(date, compare.Left) && IsKnown(compare.Right) ? Expression.MakeBinary(compare.NodeType, Number(isLess), day(compare.Right))
            : IsValueOf(date, compare.Right) && IsKnown(compare.Left) ? Expression.MakeBinary(compare.NodeType, day(compare.Left), Number(!isLess))
            : null;

        MethodCallExpression Number(bool isLast) => Expression.Call((isLast ? (Func<DateOnly?, int>)DayOrLast : DayOrFirst).Method, visit(date));
    }

    /// <summary>Whether a node is such a comparison.</summary>
    public static bool IsComparison(Expression node) =>
        node is BinaryExpression binary && Compare(binary, _ => Expression.Constant(0), date => date) is not null;

    private static bool IsKnown(Expression date) => date is ParameterExpression or ConstantExpression;

    private static bool IsValueOf(Expression date, Expression value) =>
        value is MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: { } of } && Same.Are(of, date);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DayOrFirst(DateOnly? date) => date is { } day ? day.DayNumber : int.MinValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DayOrLast(DateOnly? date) => date is { } day ? day.DayNumber : int.MaxValue;
}
