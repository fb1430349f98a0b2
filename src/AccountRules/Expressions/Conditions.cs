using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>Conditions without the constants and repeated negations that would hide a column from an index.</summary>
internal static class Conditions
{
    public static Expression And(Expression left, Expression right) => (left, right) switch
    {
        (ConstantExpression { Value: true }, _) or (_, ConstantExpression { Value: false }) => right,
        (ConstantExpression { Value: false }, _) or (_, ConstantExpression { Value: true }) => left,
        _ => Expression.AndAlso(left, right),
    };

    public static Expression Or(Expression left, Expression right) => (left, right) switch
    {
        (ConstantExpression { Value: false }, _) or (_, ConstantExpression { Value: true }) => right,
        (ConstantExpression { Value: true }, _) or (_, ConstantExpression { Value: false }) => left,
        _ => Expression.OrElse(left, right),
    };

    public static Expression Not(Expression condition) => condition switch
    {
        ConstantExpression { Value: bool value } => Expression.Constant(!value),
        UnaryExpression { NodeType: ExpressionType.Not } not => not.Operand,
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => Or(Not(both.Left), Not(both.Right)),
        BinaryExpression { NodeType: ExpressionType.OrElse } either => And(Not(either.Left), Not(either.Right)),
        BinaryExpression { IsLifted: false } compare when Opposite(compare.NodeType) is { } opposite => Expression.MakeBinary(
            opposite, compare.Left, compare.Right),
        BinaryExpression { NodeType: ExpressionType.Equal } equal => Expression.NotEqual(equal.Left, equal.Right),
        BinaryExpression { NodeType: ExpressionType.NotEqual } equal => Expression.Equal(equal.Left, equal.Right),
        _ => Expression.Not(condition),
    };

    private static ExpressionType? Opposite(ExpressionType type) => type switch
    {
        ExpressionType.LessThan => ExpressionType.GreaterThanOrEqual,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThan,
        ExpressionType.GreaterThan => ExpressionType.LessThanOrEqual,
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThan,
        _ => null,
    };
}
