using System.Linq.Expressions;
using System.Reflection;

namespace AccountRules.Expressions;

/// <summary>
/// Names what a host's mapping reads through and is not there, such as a navigation that nobody loaded, in the place of a bare
/// <see cref="NullReferenceException"/>. A database reads such a path as missing, and here nobody can tell what is missing from what was not loaded.
/// </summary>
internal sealed class Loaded : ExpressionVisitor
{
    private static readonly Loaded Visitor = new();
    private static readonly MethodInfo There = ((Func<object?, string, string, object>)Required<object>).Method.GetGenericMethodDefinition();

    public static Expression In(Expression body) => Visitor.Visit(body);

    protected override Expression VisitMember(MemberExpression node) =>
        node.Expression is MemberExpression { Type.IsClass: true, Expression: { } owner } path && path.Type != typeof(string) && IsOfFact(owner)
            ? node.Update(Expression.Call(
                There.MakeGenericMethod(path.Type), Visit(path), Expression.Constant(path.Member.Name), Expression.Constant(owner.Type.Name)))
            : base.VisitMember(node);

    private static bool IsOfFact(Expression node) => node switch
    {
        ParameterExpression => true,
        MemberExpression { Expression: { } owner } => IsOfFact(owner),
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs, Operand: var operand } => IsOfFact(operand),
        _ => false,
    };

    private static T Required<T>(T? value, string member, string owner)
        where T : class => value ?? throw new InvalidOperationException(
        $"{owner}.{member} is missing, and the mapping reads through it: load it with the fact (in EF Core by Include), or say in the mapping what a missing "
        + $"one is, such as `x.{member} == null ? null : x.{member}.…`.");
}
