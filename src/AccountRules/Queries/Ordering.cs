using System.Linq.Expressions;

namespace AccountRules.Queries;

/// <summary>
/// Comparisons of periods in a query over any type of column: written as a call, and turned into the type's own comparison before a provider sees them.
/// </summary>
internal sealed class Ordering : ExpressionVisitor
{
    public static bool IsAfter<TPeriod>(TPeriod left, TPeriod right) => Comparer<TPeriod>.Default.Compare(left, right) > 0;

    public static Expression<T> Rewrite<T>(Expression<T> lambda) => (Expression<T>)new Ordering().Visit(lambda);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(Ordering))
            return base.VisitMethodCall(node);

        var (left, right) = (Visit(node.Arguments[0]), Visit(node.Arguments[1]));
        return left.Type == typeof(string)
            ? Expression.GreaterThan(Expression.Call(typeof(string), nameof(string.Compare), typeArguments: null, left, right), Expression.Constant(0))
            : Expression.GreaterThan(left, right);
    }
}
