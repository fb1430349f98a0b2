using System.Linq.Expressions;
using System.Numerics;
using AccountRules.Expressions;
using AccountRules.Numbers;

namespace AccountRules.Queries;

/// <summary>
/// A comparison of decimals whose columns are integers (money kept as cents), as a comparison of integers: <c>(decimal)part &gt; 0.85m * (decimal)whole</c>
/// becomes <c>part * 20L &gt; whole * 17L</c>, and <c>cents / 100m &gt;= 2500m</c> becomes <c>cents &gt;= 250000L</c>. The same answer, on columns that every
/// database compares fast and exactly.
/// </summary>
internal static class IntegerComparison
{
    /// <summary>
    /// What a column is multiplied by at most: columns of up to twelve digits stay within 64 bits, past which SQLite would go on with floating point.
    /// </summary>
    private const long LargestFactor = 1_000_000;

    public static Expression? Of(BinaryExpression node)
    {
        if (node.Left.Type != typeof(decimal)
            || Column(node.Left) is not { } left
            || node.Method?.Name is not ("op_GreaterThan" or "op_GreaterThanOrEqual" or "op_LessThan" or "op_LessThanOrEqual"))
        {
            return null;
        }

        if (node.Right is BinaryExpression { NodeType: ExpressionType.Multiply, Left: ConstantExpression { Value: decimal cut } } product
            && Column(product.Right) is { } right
            && left.Scale == right.Scale)
        {
            var (top, bottom) = Reduced(cut, 1, largestTop: LargestFactor);
            return top is null ? null : Expression.MakeBinary(node.NodeType, Times(left.Value, bottom!.Value), Times(right.Value, top.Value));
        }

        if (Constant(node.Right) is { } constant)
        {
            var (top, bottom) = Reduced(constant, left.Scale, largestTop: long.MaxValue);
            return top is null ? null : Expression.MakeBinary(node.NodeType, Times(left.Value, bottom!.Value), Expression.Constant(top.Value));
        }

        return null;
    }

    /// <summary>An integer column, and by what it is divided to give the decimal.</summary>
    private static (Expression Value, decimal Scale)? Column(Expression node) => node switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert, Operand: var inner } when IsInteger(inner.Type) && inner is not ConstantExpression => (inner, 1),
        BinaryExpression { NodeType: ExpressionType.Divide, Left: var divided } quotient when Constant(quotient.Right) is > 0 and var by
            && Column(divided) is { Scale: 1 } column => (
            column.Value, by),
        MemberExpression { Member.Name: "Value", Expression: { } nullable } when Column(nullable) is { } column => (Tree.ValueOf(column.Value), column.Scale),
        _ => null,
    };

    private static decimal? Constant(Expression node) => node switch
    {
        ConstantExpression { Value: decimal value } => value,
        UnaryExpression { NodeType: ExpressionType.Convert, Operand: ConstantExpression { Value: int value } } => value,
        UnaryExpression { NodeType: ExpressionType.Convert, Operand: ConstantExpression { Value: decimal value } } => value,
        _ => null,
    };

    private static bool IsInteger(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(long) || plain == typeof(int) || plain == typeof(short));

    private static Expression Times(Expression column, long factor)
    {
        var wide = column.Type == typeof(long) ? column : Expression.Convert(column, typeof(long));
        return factor == 1 ? wide : Expression.Multiply(wide, Expression.Constant(factor));
    }

    /// <summary>The product of two decimals as a fraction of whole numbers; nothing where they are too large to multiply a column by.</summary>
    private static (long? Top, long? Bottom) Reduced(decimal value, decimal scale, long largestTop)
    {
        var ((n, d), (n2, d2)) = (Exact.Fraction(value), Exact.Fraction(scale));
        var (top, bottom) = (n * n2, d * d2);
        var common = BigInteger.GreatestCommonDivisor(top, bottom);
        (top, bottom) = (top / common, bottom / common);
        return BigInteger.Abs(top) <= largestTop && bottom <= LargestFactor ? ((long)top, (long)bottom) : (null, null);
    }
}
