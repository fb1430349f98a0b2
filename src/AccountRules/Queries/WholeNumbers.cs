using System.Linq.Expressions;
using System.Numerics;
using AccountRules.Expressions;
using AccountRules.Numbers;

namespace AccountRules.Queries;

/// <summary>
/// A comparison of decimals with whole numbers on both sides: <c>part &gt; 0.85m * whole</c> becomes <c>part * 20m &gt; whole * 17m</c>. Nothing is rounded,
/// and where a provider keeps both columns in another unit, such as cents, and takes the numbers into it too, the comparison stays the same. Columns that are
/// integers themselves are compared as integers: <c>part * 20L &gt; whole * 17L</c>, and <c>cents / 100m &gt;= 2500m</c> as <c>cents &gt;= 250000L</c>.
/// </summary>
internal static class WholeNumbers
{
    /// <summary>
    /// What an integer column is multiplied by at most: columns of up to twelve digits stay within 64 bits, past which SQLite would go on with floating point.
    /// </summary>
    private const long LargestFactor = 1_000_000;

    public static Expression? Compare(BinaryExpression node)
    {
        if (node.Left.Type != typeof(decimal)
            || node.Method?.Name is not ("op_GreaterThan" or "op_GreaterThanOrEqual" or "op_LessThan" or "op_LessThanOrEqual"))
        {
            return null;
        }

        var integer = Column(node.Left);
        if (node.Right is BinaryExpression { NodeType: ExpressionType.Multiply, Left: ConstantExpression { Value: decimal cut } } product)
        {
            var (top, bottom) = Reduced(cut, 1);
            return integer is { } left && Column(product.Right) is { } right && left.Scale == right.Scale && AreFactors(top, bottom)
                ? Expression.MakeBinary(node.NodeType, Times(left.Value, (long)bottom), Times(right.Value, (long)top))
                : Expression.MakeBinary(node.NodeType, Times(node.Left, (decimal)bottom), Times(product.Right, (decimal)top));
        }

        if (integer is { } column && Constant(node.Right) is { } constant)
        {
            var (top, bottom) = Reduced(constant, column.Scale);
            return BigInteger.Abs(top) <= long.MaxValue && bottom <= LargestFactor
                ? Expression.MakeBinary(node.NodeType, Times(column.Value, (long)bottom), Expression.Constant((long)top))
                : null;
        }

        return null;
    }

    /// <summary>
    /// A number divided by a constant as one multiplied by its reciprocal, where that has an end: databases cut quotients, or make floating point of them.
    /// </summary>
    public static Expression? Product(BinaryExpression quotient)
    {
        if (Constant(quotient.Right) is not { } divisor || divisor == 0 || (1 / divisor is var reciprocal && Exact.Compare(1, divisor, reciprocal) != 0))
            return null;

        return Expression.Multiply(quotient.Left, Expression.Constant(Exact.Trimmed(reciprocal), quotient.Left.Type));
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

    private static bool AreFactors(BigInteger top, BigInteger bottom) => BigInteger.Abs(top) <= LargestFactor && bottom <= LargestFactor;

    private static Expression Times(Expression column, long factor)
    {
        var wide = column.Type == typeof(long) ? column : Expression.Convert(column, typeof(long));
        return factor == 1 ? wide : Expression.Multiply(wide, Expression.Constant(factor));
    }

    private static Expression Times(Expression number, decimal factor) => factor == 1 ? number : Expression.Multiply(number, Expression.Constant(factor));

    /// <summary>The product of two decimals as a fraction of whole numbers without a common divisor.</summary>
    private static (BigInteger Top, BigInteger Bottom) Reduced(decimal value, decimal scale)
    {
        var ((n, d), (n2, d2)) = (Exact.Fraction(value), Exact.Fraction(scale));
        var (top, bottom) = (n * n2, d * d2);
        var common = BigInteger.GreatestCommonDivisor(top, bottom);
        return (top / common, bottom / common);
    }
}
