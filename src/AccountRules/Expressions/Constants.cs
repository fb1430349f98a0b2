using System.Linq.Expressions;
using System.Reflection;

namespace AccountRules.Expressions;

/// <summary>Writes the values of captured variables into an expression: a rule's numbers are part of the rule.</summary>
internal sealed class Constants : ExpressionVisitor
{
    public static Expression Inline(Expression expression) => new Unlifted().Visit(new Constants().Visit(expression));

    protected override Expression VisitMember(MemberExpression node)
    {
        var owner = node.Expression is null ? null : Visit(node.Expression);
        return owner is ConstantExpression { Value: { } captured } && node.Member is FieldInfo field
            ? Expression.Constant(field.GetValue(captured), field.FieldType)
            : node.Update(owner);
    }
}
