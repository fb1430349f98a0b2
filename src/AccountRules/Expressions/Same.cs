using System.Linq.Expressions;

namespace AccountRules.Expressions;

/// <summary>
/// Whether two expressions ask the same of the same: choices, comparisons, constants and members of the fact. Other nodes are the same only if they are one
/// object.
/// </summary>
internal static class Same
{
    public static bool Are(Expression? one, Expression? other) => ReferenceEquals(one, other) || (one, other) switch
    {
        (ConstantExpression a, ConstantExpression b) => a.Type == b.Type && Equals(a.Value, b.Value),
        (MemberExpression a, MemberExpression b) => a.Member == b.Member && Are(a.Expression, b.Expression),
        (UnaryExpression a, UnaryExpression b) => a.NodeType == b.NodeType && a.Type == b.Type && a.Method == b.Method && Are(a.Operand, b.Operand),
        (ConditionalExpression a, ConditionalExpression b) => Are(a.Test, b.Test) && Are(a.IfTrue, b.IfTrue) && Are(a.IfFalse, b.IfFalse),
        (BinaryExpression a, BinaryExpression b) => a.NodeType == b.NodeType && a.Method == b.Method && a.IsLiftedToNull == b.IsLiftedToNull
            && a.Conversion == b.Conversion && Are(a.Left, b.Left) && Are(a.Right, b.Right),
        _ => false,
    };
}
