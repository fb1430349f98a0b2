using System.Linq.Expressions;

namespace AccountRules.Queries;

/// <summary>
/// The subject of a row as a database gives it back: the text that memory has. SQLite keeps a <see cref="Guid"/> in capitals, and .NET writes it in small
/// letters.
/// </summary>
internal sealed class Subjects : ExpressionVisitor
{
    private static readonly Subjects Written = new();

    public static Expression Of<TFact>(Rule<TFact> rule, ParameterExpression row, IQueryable source)
        where TFact : class =>
        source is EnumerableQuery ? rule.Shape.Subject.On(row) : Written.Visit(rule.Shape.Subject.On(row));

    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        node is { Method.Name: nameof(Guid.ToString), Arguments: [], Object.Type: var type } && (type == typeof(Guid) || type == typeof(Guid?))
            ? Expression.Call(node, nameof(string.ToLower), typeArguments: null)
            : base.VisitMethodCall(node);
}
