using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>
/// Writes out what a comparison of nullable values means: both are there, and then they compare. Negated, <c>a &lt; b</c> of a database
/// would leave missing values out, where C# takes them in.
/// </summary>
internal sealed class Unlifted : ExpressionVisitor
{
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (!node.IsLifted
            || node.IsLiftedToNull
            || node.NodeType is not (ExpressionType.LessThan or ExpressionType.LessThanOrEqual
                or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual))
        {
            return base.VisitBinary(node);
        }

        var (left, right) = (Tree.Narrowed(Visit(node.Left)), Tree.Narrowed(Visit(node.Right)));
        Expression compare = Expression.MakeBinary(node.NodeType, Tree.ValueOf(left), Tree.ValueOf(right));
        foreach (var side in new[] { right, left }.Where(side => Tree.ValueOf(side) != side))
            compare = Expression.AndAlso(Expression.NotEqual(side, Expression.Constant(null, side.Type)), compare);

        return compare;
    }
}
