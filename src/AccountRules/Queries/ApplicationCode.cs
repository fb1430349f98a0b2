using System.Linq.Expressions;

namespace AccountRules.Queries;

/// <summary>
/// Refuses a mapping that calls the application's own methods, which no database can run: a provider might fetch every row and run them here, and nobody would
/// know. Methods of the platform and of the provider are left to the provider, and so are properties: it names those that it does not know.
/// </summary>
internal sealed class ApplicationCode(Rule rule) : ExpressionVisitor
{
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var assembly = node.Method.DeclaringType?.Assembly.GetName().Name ?? "";
        if (!assembly.StartsWith("System.", StringComparison.Ordinal) && !assembly.StartsWith("Microsoft.", StringComparison.Ordinal) && !assembly.StartsWith("Npgsql", StringComparison.Ordinal))
        {
            throw new NotSupportedException(
                $"Rule `{rule.Id}` cannot be run in a database: its mapping calls {node.Method.DeclaringType?.Name}.{node.Method.Name}, which is code of the application. Map the member to a column, or assess in memory.");
        }

        return base.VisitMethodCall(node);
    }

    protected override Expression VisitInvocation(InvocationExpression node) =>
        throw new NotSupportedException($"Rule `{rule.Id}` cannot be run in a database: its mapping calls a delegate, `{node}`. Map the member to a column, or assess in memory.");
}
