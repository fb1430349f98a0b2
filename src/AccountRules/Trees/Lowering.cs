using System.Linq.Expressions;

namespace AccountRules.Trees;

/// <summary>
/// Makes a rule's expression exact in memory, where <c>decimal</c> rounds past 28 digits and a date ends with the year 9999:
/// <c>part &gt; cut * whole</c> becomes an exact comparison, <c>date &gt; start.AddDays(n)</c> a comparison of day numbers. Providers of databases get the expression itself.
/// </summary>
internal sealed class Lowering : ExpressionVisitor
{
    public static TDelegate Compile<TDelegate>(Expression<TDelegate> expression)
        where TDelegate : Delegate =>
        ((Expression<TDelegate>)new Lowering().Visit(expression)).Compile();

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual or ExpressionType.LessThan or ExpressionType.LessThanOrEqual))
            return base.VisitBinary(node);

        if (node.Left.Type == typeof(decimal) && node.Right is BinaryExpression { NodeType: ExpressionType.Multiply } product)
        {
            var compare = new Func<decimal, decimal, decimal, int>(Exact.Compare).Method;
            return Expression.MakeBinary(node.NodeType, Expression.Call(compare, Visit(node.Left), Visit(product.Left), Visit(product.Right)), Expression.Constant(0));
        }

        if (node.Left.Type == typeof(DateOnly) && node.Right is MethodCallExpression { Method.Name: nameof(DateOnly.AddDays), Object: { } start } later)
        {
            var elapsed = Expression.Subtract(Day(node.Left), Day(start));
            return Expression.MakeBinary(node.NodeType, elapsed, Visit(later.Arguments[0]));
        }

        return base.VisitBinary(node);
    }

    private MemberExpression Day(Expression date) => Expression.Property(Visit(date), nameof(DateOnly.DayNumber));
}
