using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using AccountRules.Expressions;
using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>
/// Brings the expressions of two policies into one form, so that what they have in common reads the same: over one fact, with the values of captured variables
/// and of their members written in.
/// </summary>
internal sealed class Folding : ExpressionVisitor
{
    /// <summary>The expression of a rule over a fact.</summary>
    public static Expression Of(LambdaExpression rule, params Expression[] arguments) =>
        new Folding().Visit(Constants.Inline(Replacement.Apply(rule, arguments)));

    /// <summary>What tells an expression from every other: its text, the methods that it calls, and the content of the objects that are part of it.</summary>
    public static string Key(Expression node)
    {
        var objects = new Objects();
        objects.Visit(node);
        return node + objects.Text;
    }

    /// <summary>A value without the conversions that only widen its type.</summary>
    public static Expression Stripped(Expression value) => value switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert, Operand: var inner } => Stripped(inner),
        MemberExpression { Member.Name: "Value", Expression: { } owner } when Nullable.GetUnderlyingType(owner.Type) is not null => Stripped(owner),
        _ => value,
    };

    protected override Expression VisitConstant(ConstantExpression node) =>
        node.Value is decimal number && Exact.Trimmed(number).Scale != number.Scale ? Expression.Constant(Exact.Trimmed(number)) : node;

    protected override Expression VisitMember(MemberExpression node)
    {
        var owner = node.Expression is null ? null : Visit(node.Expression);
        return owner is ConstantExpression { Value: { } known } && node.Member is PropertyInfo property
            ? VisitConstant(Expression.Constant(property.GetValue(known), property.PropertyType))
            : node.Update(owner);
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        var operand = Visit(node.Operand);
        return node.NodeType == ExpressionType.Convert && operand is ConstantExpression { Value: int whole } && node.Type == typeof(decimal)
            ? Expression.Constant((decimal)whole)
            : node.Update(operand);
    }

    private sealed class Objects : ExpressionVisitor
    {
        private readonly StringBuilder text = new();

        public string Text => text.ToString();

        protected override Expression VisitConstant(ConstantExpression node)
        {
            if (node.Value is IEnumerable items and not string && items.Cast<object?>().All(item => item is null or string or IConvertible))
                text.Append('[').AppendJoin(", ", items.Cast<object?>().Select(i => Convert.ToString(i, CultureInfo.InvariantCulture))).Append(']');
            else if (node.Value is { } value and not (IConvertible or IFormattable or DayCount))
                text.Append(CultureInfo.InvariantCulture, $"#{RuntimeHelpers.GetHashCode(value)}");

            return node;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            text.Append(CultureInfo.InvariantCulture, $"|{node.Method.DeclaringType} {node.Method}");
            return base.VisitMethodCall(node);
        }
    }
}
